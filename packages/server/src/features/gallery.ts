import type { GalleryEntry, Message, RoomId } from "@parley/contract";
import type { Handlers, QueryContext } from "../context.ts";
import { galleryStart, mergedPage } from "../domain/gallery.ts";
import type { ThreadPlace } from "../store/gallery.ts";

/** A message of the room itself, or where one of its threads has one. */
type Found = ThreadPlace | { readonly roomId: RoomId; readonly seq: number; readonly message: Message };

export const galleryHandlers: Pick<Handlers, "gallery:list"> = {
  async "gallery:list"(ctx, { roomId, kind, cursor = galleryStart, limit }) {
    // Whoever may read the room may read its threads: see decision 22.
    const { clearedSeq } = await ctx.access.room(roomId, "view");
    const stretch = { roomId, kind, clearedSeq, cursor, limit: limit + 1 };
    const messages = await ctx.store.messages.bySeqs(roomId, await ctx.store.gallery.own(stretch));
    const own = messages.reverse().map((message) => ({ roomId, seq: message.seq, sentAt: message.sentAt, message }));
    const replies = await ctx.store.gallery.inThreads(stretch);
    const { places, cursor: next } = mergedPage({ own, replies }, { cursor, limit });
    const entries = await entriesOf(ctx, roomId, places);
    const people = await ctx.store.roomViews.peopleIn(entries.map(({ message }) => message));
    return { entries, people: await ctx.access.presented(people), cursor: next };
  },
};

async function entriesOf(ctx: QueryContext, roomId: RoomId, places: readonly Found[]): Promise<GalleryEntry[]> {
  const inThreads = places.filter((place) => "parentSeq" in place);
  const replies = new Map<string, Message>();
  for (const [threadId, some] of Map.groupBy(inThreads, (place) => place.roomId)) {
    const seqs = some.map(({ seq }) => seq);
    for (const message of await ctx.store.messages.bySeqs(threadId, seqs))
      replies.set(keyOf({ roomId: threadId, seq: message.seq }), message);
  }
  return places.flatMap((place): GalleryEntry[] => {
    const message = "message" in place ? place.message : replies.get(keyOf(place));
    // What is past its time is gone from here too, whether or not it was swept.
    if (message === undefined || message.deletedAt !== undefined) return [];
    const thread = "parentSeq" in place ? { thread: { roomId, seq: place.parentSeq } } : {};
    return [{ roomId: place.roomId, ...thread, message }];
  });
}

const keyOf = ({ roomId, seq }: { roomId: RoomId; seq: number }) => `${roomId} ${seq}`;
