import { type ClientState, type ParleyClient, type RoomEntry, shownRoom, threadList } from "@parley/client";
import { limits, type Message, type Room, type RoomId, type UserId } from "@parley/contract";
import { previewOf } from "../messages/parsed.ts";
import { quoted } from "../messages/quote.tsx";
import { fuzzyScore } from "../rooms/fuzzy.ts";
import type { Words } from "../words/words.ts";

/** A thread that one follows. */
export interface ThreadPlace {
  readonly kind: "thread";
  readonly key: RoomId;
  /** The first words of the message that it is about. */
  readonly title: string;
  /** What its room is called. */
  readonly room: string;
  readonly thread: NonNullable<Room["thread"]>;
}

/** Messages that threads are about and that the client does not hold, by their thread. */
export type Roots = ReadonlyMap<RoomId, Message>;

/** Threads beyond these, those with the oldest replies, are not among the choices. */
const offered = 200;

/** The threads that I follow, as they are shown: the one with the last reply first. */
export function shownThreads(state: ClientState): readonly RoomEntry[] {
  const followed = threadList(state).slice(0, offered);
  return followed.map((entry) => shownRoom(state, entry.state.room.id) ?? entry);
}

/** Asks for what the threads are about, all of a room at once. What does not come stays without words. */
export async function rootsOf(client: ParleyClient): Promise<Roots> {
  const state = client.getState();
  const wanted = shownThreads(state).flatMap(({ state: { room } }) => {
    const { id: key, thread } = room;
    return thread === undefined || quoted(state, thread.roomId, thread.seq) ? [] : [{ key, ...thread }];
  });
  const roots = new Map<RoomId, Message>();
  const asks = [...Map.groupBy(wanted, ({ roomId }) => roomId)].flatMap(([roomId, threads]) =>
    portions(threads).map(async (some) => {
      const { messages } = await client.call("message:list", { roomId, seqs: some.map(({ seq }) => seq) });
      for (const { key, seq } of some) {
        const message = messages.find((one) => one.seq === seq);
        if (message !== undefined) roots.set(key, message);
      }
    }),
  );
  await Promise.allSettled(asks);
  return roots;
}

function portions<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / limits.messagesAtOnce);
  return Array.from({ length: count }, (_, at) =>
    items.slice(at * limits.messagesAtOnce, (at + 1) * limits.messagesAtOnce),
  );
}

/** The beginning of what a thread is about; of those whom one blocked nothing. */
export function rootWords(words: Words, message: Message | undefined, blocked: readonly UserId[]): string {
  if (message === undefined) return words.threads.title;
  if (blocked.includes(message.senderId)) return words.messages.blockedQuote;
  return message.deletedAt === undefined ? previewOf(words, message) : words.messages.deletedQuote;
}

/** Letters that only stand in order somewhere in a whole sentence are no hit: there, they nearly always do. */
const leastInSentence = 400;

export function scoreOfThread({ title, room }: ThreadPlace, text: string): number {
  const ofTitle = fuzzyScore(text, title);
  return Math.max(ofTitle < leastInSentence ? 0 : ofTitle, fuzzyScore(text, room));
}
