import { z } from "zod";
import { query } from "./define.ts";
import { RoomId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { messageSchema, seqSchema } from "./messages.ts";
import { roomKindSchema } from "./rooms.ts";
import { isTimeZone } from "./text/dates.ts";
import { userSchema } from "./users.ts";

/** A day of the calendar, such as `2026-03-14`. */
const dateSchema = z.iso.date();
/** An IANA name, such as `Europe/Berlin`: where a day begins and ends for me. */
const timeZoneSchema = z.string().max(64).refine(isTimeZone, "There is no such time zone.").default("UTC");

/** A message that was found. */
export const searchHitSchema = z.strictObject({
  roomId: RoomId,
  message: messageSchema,
  /** What to highlight in the body: start and end (exclusive) in UTF-16 units, ascending, none overlapping. */
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** As much of a room as a hit is shown with; a direct one has no name, and is called by its people. */
export const foundRoomSchema = z.strictObject({
  id: RoomId,
  name: z.string(),
  kind: roomKindSchema,
  /** The room is the thread of this message, in the room of that name. */
  thread: z.strictObject({ roomId: RoomId, seq: seqSchema }).optional(),
});
export type FoundRoom = z.infer<typeof foundRoomSchema>;

/** `newest`: the latest first. `relevant`: the best first, out of the latest thousand. */
export const searchOrderSchema = z.enum(["newest", "relevant"]);
export type SearchOrder = z.infer<typeof searchOrderSchema>;

export const searchRequests = {
  "search:messages": query({
    summary:
      "Messages in my rooms, or in one of them, by their words and by operators: see parseSearch. A wrong value of an operator is `invalid`.",
    caller: "person",
    permission: "view",
    limiter: rates.search,
    input: z.strictObject({
      text: z.string().max(limits.searchCharacters),
      roomId: RoomId.optional(),
      order: searchOrderSchema.default("newest"),
      /** For the dates in the text. */
      timeZone: timeZoneSchema,
      /** From the page before, with all else the same. */
      cursor: z.string().max(64).optional(),
      limit: z.number().int().min(1).max(limits.pageHits).default(20),
    }),
    output: z.strictObject({
      hits: z.array(searchHitSchema),
      people: z.array(userSchema),
      rooms: z.array(foundRoomSchema),
      /** Null: there is no more. */
      cursor: z.string().nullable(),
      /** False while older messages are still being looked through for the first time: some may be missing. */
      isComplete: z.boolean(),
    }),
  }),
  "search:days": query({
    summary:
      "How many messages each day of a stretch has in a room, for a calendar: from a date up to another (exclusive), at most 62 days. Days without any are left out.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({ roomId: RoomId, from: dateSchema, until: dateSchema, timeZone: timeZoneSchema }),
    output: z.strictObject({
      /** Deleted messages count too: their places are shown. */
      days: z.array(z.strictObject({ date: dateSchema, count: z.number().int() })),
      /** The days of the first and the last message in the room that is there for me; null when there is none. */
      first: dateSchema.nullable(),
      last: dateSchema.nullable(),
    }),
  }),
  "search:day": query({
    summary: "The first message of a day in a room, or else the next one after it; null if there is none later.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({ roomId: RoomId, date: dateSchema, timeZone: timeZoneSchema }),
    output: z.strictObject({ seq: seqSchema.nullable() }),
  }),
} as const;
