import type { RoomId, StickerPlace } from "@parley/contract";
import type { Effect, Step } from "../context.ts";
import { documentOf } from "../domain/search/document.ts";
import type { MessageTerms } from "../store/search-terms.ts";
import { DueJob } from "./due-job.ts";
import { failedAs, type Job, type JobDeps } from "./job.ts";

/** So many messages, at a third of a millisecond each, get their terms in one transaction: everybody else waits for it. */
const batchSize = 8;
/** And so many while nobody writes: each transaction has a cost of its own. */
const quietBatchSize = 500;
/** What was just said may wait so long for others, so that they share a transaction. */
const gatherMs = 500;
/**
 * After each piece it rests as long as that took; while people write, so many times as long: they come first. A room that
 * takes all that the machine has gives a twenty-fifth of it away, and any other is done at once.
 */
const restFactor = 24;
const quietAfterMs = 2_000;
const longestRestMs = 1_000;

/**
 * Puts the terms of messages in place after they were stored, so that nobody who writes waits for it. How far it has
 * come in each room stands in the database: what a crash or an update left undone is done at the next start.
 */
export function searchJob({ clock, logger, reader, transact }: JobDeps): Job {
  const rooms = new Set<RoomId>();
  let hasLooked = false;
  let restUntil = 0;
  let lastNewsAt = 0;

  const isQuiet = () => clock.now() - lastNewsAt >= quietAfterMs;
  const goThrough = async () => {
    const size = isQuiet() ? quietBatchSize : batchSize;
    const chosen = [...rooms].slice(0, size);
    // Before they are read: what is written from here on is noticed anew.
    for (const roomId of chosen) rooms.delete(roomId);
    try {
      for (const roomId of await transact((step) => indexRooms(step, chosen, size))) rooms.add(roomId);
    } catch (error) {
      for (const roomId of chosen) rooms.add(roomId);
      throw error;
    }
  };
  const job = new DueJob({
    clock,
    nextDue: async () => (rooms.size === 0 ? null : Math.max(restUntil, clock.now())),
    async run() {
      const startedAt = clock.now();
      if (!hasLooked) for (const roomId of await reader.search.behind()) rooms.add(roomId);
      hasLooked = true;
      if (rooms.size > 0) await goThrough();
      const now = clock.now();
      const factor = isQuiet() ? 1 : restFactor;
      restUntil = now + Math.min(longestRestMs, factor * (now - startedAt));
    },
    failed: failedAs("search", logger),
  });
  return {
    start: () => job.start(),
    wake: (at) => job.wake(at),
    stop: () => job.stop(),
    notice(effect) {
      if (!isNews(effect)) return;
      lastNewsAt = clock.now();
      if (rooms.has(effect.roomId)) return;
      rooms.add(effect.roomId);
      job.wake(Math.max(restUntil, lastNewsAt + gatherMs));
    },
  };
}

/** Whatever changes a room: a message that has only got a reaction is not gone through either until somebody looks. */
function isNews(effect: Effect): effect is Extract<Effect, { kind: "room" }> {
  return effect.kind === "room";
}

/** Goes through the changes of these rooms, as many as are for one transaction. Answers the rooms where there are more. */
async function indexRooms({ store }: Pick<Step, "store">, roomIds: readonly RoomId[], size: number): Promise<RoomId[]> {
  let left = size;
  const wordsOf = stickerWordsIn(store);
  const unfinished: RoomId[] = [];
  for (const roomId of roomIds) {
    const progress = left > 0 ? await store.search.progressOf(roomId) : null;
    if (progress === null) unfinished.push(roomId);
    else if (progress !== undefined && progress.lastRev > progress.doneRev) {
      const { doneRev: since, lastRev } = progress;
      const until = Math.min(lastRev, since + left);
      // What is said in a thread is said in its room, too.
      const place = await store.threads.placeOf(roomId);
      const roomIds = place === undefined ? [roomId] : [roomId, place.roomId];
      const found: MessageTerms[] = [];
      for (const message of await store.search.hold({ roomId, since, until })) {
        const stickerWords = message.sticker && (await wordsOf(message.sticker));
        found.push({ message, ...documentOf({ roomIds, stickerWords }, message) });
      }
      await store.search.put(roomId, found);
      await store.search.note(roomId, until);
      left -= until - since;
      if (until < lastRev) unfinished.push(roomId);
    }
  }
  return unfinished;
}

/** What their makers said of stickers. People send the same few: each is asked for once. */
function stickerWordsIn({ stickers }: Step["store"]) {
  const known = new Map<string, string | undefined>();
  return async ({ setId, stickerId }: StickerPlace): Promise<string | undefined> => {
    const key = `${setId} ${stickerId}`;
    if (!known.has(key)) known.set(key, (await stickers.find({ setId, stickerId }))?.words);
    return known.get(key);
  };
}
