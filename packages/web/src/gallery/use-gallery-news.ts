import type { ParleyClient } from "@parley/client";
import { type GalleryKind, limits, type Message, type RoomId, type User } from "@parley/contract";
import { useEffect, useRef } from "react";
import { useClient } from "../client-context.ts";
import { afterEvent, type GalleryPlace, type KnownItems, shownSeqs, withMessages } from "./known-items.ts";

interface Shown {
  readonly known: KnownItems;
  readonly setKnown: (change: (before: KnownItems) => KnownItems) => void;
}

/**
 * Keeps what is shown in step. What happens in the room, and in threads that one follows or has open, is heard as it
 * happens. Of any other thread the room says only that it has changed: then what is there now is asked for.
 */
export function useGalleryNews(roomId: RoomId, tab: GalleryKind, { known, setKnown }: Shown): void {
  const client = useClient();
  const latest = useRef(known);
  latest.current = known;
  useEffect(() => {
    let isWanted = true;
    const changed = new Map<RoomId, GalleryPlace>();
    let isAsking = false;
    // One after another: a room may have many threads in which much happens.
    const ask = async () => {
      if (isAsking) return;
      isAsking = true;
      for (let place = taken(changed); place !== undefined && isWanted; place = taken(changed)) {
        const { roomId: threadId } = place;
        const found = await threadNow(client, threadId, shownSeqs(latest.current, threadId)).catch(() => null);
        // What fails comes with the next change there, or when the connection is back.
        if (found !== null && isWanted) setKnown((before) => withMessages(before, tab, { ...found, place }));
      }
      isAsking = false;
    };
    const unsubscribe = client.on("event", (eventRoomId, event) => {
      if (eventRoomId === undefined) return;
      const place = placeOf(client, roomId, eventRoomId);
      if (place === undefined) return;
      setKnown((before) => afterEvent(before, tab, { place, event }));
      const [name, payload] = event;
      if (name !== "thread:changed" || eventRoomId !== roomId) return;
      const { roomId: threadId } = payload.thread;
      changed.set(threadId, { roomId: threadId, thread: { roomId, seq: payload.seq } });
      void ask();
    });
    return () => {
      isWanted = false;
      unsubscribe();
    };
  }, [client, roomId, tab, setKnown]);
}

function taken(changed: Map<RoomId, GalleryPlace>): GalleryPlace | undefined {
  const [place] = changed.values();
  if (place !== undefined) changed.delete(place.roomId);
  return place;
}

/** The room itself, or a thread in it. */
function placeOf(client: ParleyClient, roomId: RoomId, eventRoomId: RoomId): GalleryPlace | undefined {
  if (eventRoomId === roomId) return { roomId };
  const thread = client.getState().rooms.get(eventRoomId)?.state.room.thread;
  return thread?.roomId === roomId ? { roomId: eventRoomId, thread } : undefined;
}

/** The last messages of a thread, and whichever of the older ones are shown. */
async function threadNow(
  client: ParleyClient,
  threadId: RoomId,
  shown: readonly number[],
): Promise<{ messages: readonly Message[]; people: readonly User[] }> {
  const last = await client.call("message:history", { roomId: threadId, limit: limits.pageMessages });
  const [first] = last.messages;
  const older = shown.filter((seq) => seq < (first?.seq ?? Number.MAX_SAFE_INTEGER));
  const messages: Message[] = [...last.messages];
  for (let at = 0; at < older.length; at += limits.messagesAtOnce) {
    const seqs = older.slice(at, at + limits.messagesAtOnce);
    messages.push(...(await client.call("message:list", { roomId: threadId, seqs })).messages);
  }
  return { messages, people: last.people };
}
