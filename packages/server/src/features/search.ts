import {
  dateAfter,
  dateIn,
  dayStart,
  type FoundRoom,
  ParleyError,
  type Parsed,
  parseSearch,
  type RoomId,
  type SearchProblem,
  type SearchQuery,
  searchStates,
  searchThings,
  type UserId,
} from "@parley/contract";
import type { Handlers, QueryContext } from "../context.ts";
import { isWithheld } from "../domain/blocking.ts";
import { type Asked, askedBy } from "../domain/search/asking.ts";
import { type Cursor, cursorText, readCursor } from "../domain/search/cursor.ts";
import { marksIn, scoreOf } from "../domain/search/matching.ts";
import type { FoundMessage } from "../store/search.ts";

/** The most relevant are chosen out of so many of the newest. */
const candidates = 1_000;
/** What was written so recently may not be found yet, and nobody is told. */
const freshMs = 30_000;
const mostDays = 62;

type SearchRequest = "search:messages" | "search:days" | "search:day";
type Page = { readonly found: readonly FoundMessage[]; readonly cursor: Cursor | null };

export const searchHandlers: Pick<Handlers, SearchRequest> = {
  async "search:messages"(ctx, input) {
    const query = parseSearch(input.text);
    if (query.problem !== null) throw new ParleyError("invalid", wordsFor(query.problem), { field: "text" });
    const cursor = readCursor(input.cursor, input.order);
    const places = await placesFor(ctx, input);
    const asked = await meaningOf(ctx, query, { places, timeZone: input.timeZone });
    const { found, cursor: next } =
      asked === null
        ? { found: [], cursor: null }
        : await pages[input.order](ctx, asked, { cursor, limit: input.limit });
    const messages = found.map(({ message }) => message);
    const roomIds = new Set(found.map(({ roomId }) => roomId));
    return {
      hits: found.map(({ roomId, message }) => ({
        roomId,
        message,
        marks: marksIn(message.body, asked?.phrases ?? []),
      })),
      people: await ctx.access.presented(await ctx.store.roomViews.peopleIn(messages)),
      rooms: await roomsOf(ctx, places, roomIds),
      cursor: next && cursorText(next),
      isComplete: await ctx.store.search.isComplete(ctx.actor.user.id, ctx.now - freshMs),
    };
  },

  async "search:days"(ctx, { roomId, from, until, timeZone }) {
    const { clearedSeq, lastSeq } = await ctx.access.room(roomId, "view");
    const dates = datesBetween(from, until);
    const range = { roomId, from: clearedSeq + 1, below: lastSeq + 1 };
    const starts = [...dates, until].map((date) => dayStart(date, timeZone));
    const seqs = await ctx.store.timeline.firstAt(range, starts);
    const counts = dates.map((date, at) => ({ date, count: (seqs[at + 1] ?? 0) - (seqs[at] ?? 0) }));
    const ends = range.from < range.below ? [range.from, lastSeq] : [];
    const [first = null, last = first] = (await ctx.store.timeline.sentAt(roomId, ends)).map((at) =>
      dateIn(at, timeZone),
    );
    return { days: counts.filter(({ count }) => count > 0), first, last };
  },

  async "search:day"(ctx, { roomId, date, timeZone }) {
    const { clearedSeq, lastSeq } = await ctx.access.room(roomId, "view");
    const range = { roomId, from: clearedSeq + 1, below: lastSeq + 1 };
    const [seq = range.below] = await ctx.store.timeline.firstAt(range, [dayStart(date, timeZone)]);
    return { seq: seq < range.below ? seq : null };
  },
};

/** A page in each order. */
const pages = { newest: newestPage, relevant: relevantPage };

async function newestPage(
  ctx: QueryContext,
  asked: Asked,
  { cursor, limit }: { cursor: Cursor; limit: number },
): Promise<Page> {
  const ids = await idsOf(ctx, asked, { beforeId: cursor.beforeId, limit: limit + 1 });
  const last = ids[limit - 1];
  const isMore = ids.length > limit && last !== undefined;
  return {
    found: await ctx.store.search.messagesOf(ids.slice(0, limit)),
    cursor: isMore ? { beforeId: last, skip: 0 } : null,
  };
}

async function relevantPage(
  ctx: QueryContext,
  asked: Asked,
  { cursor: { beforeId, skip }, limit }: { cursor: Cursor; limit: number },
): Promise<Page> {
  const ids = await idsOf(ctx, asked, { beforeId, limit: candidates });
  const scored = (await ctx.store.search.messagesOf(ids)).map((one) => ({
    one,
    score: scoreOf(one.message.body, asked.phrases),
  }));
  // Of equals the newer first: in that order they come.
  const ranked = scored.sort((a, b) => b.score - a.score).map(({ one }) => one);
  const [newest] = ids;
  const isMore = ranked.length > skip + limit && newest !== undefined;
  return {
    found: ranked.slice(skip, skip + limit),
    // The same candidates for the next page, whatever is written meanwhile.
    cursor: isMore ? { beforeId: newest + 1, skip: skip + limit } : null,
  };
}

function idsOf(ctx: QueryContext, asked: Asked, at: { beforeId: number; limit: number }): Promise<number[]> {
  const { sinceAt, beforeAt } = asked;
  return ctx.store.search.find({ userId: ctx.actor.user.id, query: asked, sinceAt, beforeAt, ...at });
}

/** The rooms of what was found; threads are no places to look in by themselves, as they are found in their rooms. */
async function roomsOf(ctx: QueryContext, places: readonly FoundRoom[], found: ReadonlySet<RoomId>) {
  const named = places.filter(({ id }) => found.has(id));
  const others = [...found].filter((roomId) => !named.some(({ id }) => id === roomId));
  return others.length === 0 ? named : [...named, ...(await ctx.store.threads.found(others))];
}

async function placesFor(ctx: QueryContext, { roomId }: Parsed<"search:messages">): Promise<FoundRoom[]> {
  const all = await ctx.store.search.placesOf(ctx.actor.user.id);
  if (roomId === undefined) return all;
  const { thread } = await ctx.access.room(roomId, "view");
  return thread === undefined ? all.filter(({ id }) => id === roomId) : ctx.store.threads.found([roomId]);
}

async function meaningOf(
  ctx: QueryContext,
  query: SearchQuery,
  within: { places: readonly FoundRoom[]; timeZone: string },
): Promise<Asked | null> {
  const me = ctx.actor.user;
  const senders = new Map<string, UserId>([["me", me.id]]);
  for (const filter of query.filters) {
    const user = filter.kind === "from" ? await ctx.store.users.findByHandle(filter.handle) : undefined;
    if (user !== undefined) senders.set(user.handle, user.id);
  }
  const around = await ctx.store.relations.blockedAround(me.id);
  const blocked = [...around].filter(([, block]) => isWithheld("count", block)).map(([id]) => id);
  return askedBy(query, { userId: me.id, senders, blocked, ...within });
}

function datesBetween(from: string, until: string): string[] {
  const dates: string[] = [];
  for (let date = from; date < until; date = dateAfter(date, 1)) {
    if (dates.length === mostDays)
      throw new ParleyError("invalid", `Ask for at most ${mostDays} days.`, { field: "until" });
    dates.push(date);
  }
  return dates;
}

function wordsFor({ operator, value }: SearchProblem): string {
  return `${operator}: takes ${takes[operator]}, not “${value}”.`;
}

const takes: { readonly [O in SearchProblem["operator"]]: string } = {
  from: "the name of a person",
  in: "the name of a room",
  has: searchThings.join(", "),
  is: searchStates.join(", "),
  mentions: "me",
  before: "a date such as 2026-03-14",
  after: "a date such as 2026-03-14",
  on: "a date such as 2026-03-14",
};
