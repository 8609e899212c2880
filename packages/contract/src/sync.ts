import { z } from "zod";
import { accountSchema } from "./accounts.ts";
import { query } from "./define.ts";
import { customEmojiSchema } from "./emoji.ts";
import { relationSchema } from "./friends.ts";
import { RoomId, SessionId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { memberChangeSchema, receiptSchema } from "./members.ts";
import { messageSchema, pointerSchema } from "./messages.ts";
import { placedVoteSchema } from "./poll-requests.ts";
import { warningSchema } from "./reports.ts";
import { roomStateSchema, roomViewSchema } from "./rooms.ts";
import { scheduledSchema } from "./scheduled.ts";
import { serverInfoSchema } from "./setup.ts";
import { stickersRevSchema } from "./stickers.ts";
import { settingsSchema, userSchema } from "./users.ts";
import { playSchema } from "./voices.ts";

/** Everything of mine that is not inside a room, and the list of my rooms, as of my user-level `rev`. */
export const snapshotSchema = z.strictObject({
  rev: pointerSchema,
  me: userSchema,
  sessionId: SessionId,
  settings: settingsSchema,
  server: serverInfoSchema,
  rooms: z.array(roomStateSchema),
  /** Those of this server's own. */
  emoji: z.array(customEmojiSchema),
  /** What `sticker:list` answers has this number. */
  stickersRev: stickersRevSchema,
  /** Friends, requests, and whom I blocked. */
  relations: z.array(relationSchema),
  account: accountSchema,
  /** Not yet acknowledged. */
  warnings: z.array(warningSchema),
  /** How many open reports wait for me to settle them. */
  openReports: z.number().int(),
  /** Messages of mine that wait for their time. */
  scheduled: z.array(scheduledSchema),
  /** People named in the rooms' last messages, direct rooms and relations. */
  people: z.array(userSchema),
  /** The server's clock, epoch ms. */
  now: z.number().int(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/** What changed in a room since a rev; or, when that is too much, the room as if opened for the first time. */
export const roomChangesSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("changes"),
    /** The state as of now; but `state.rev` is how far this page reaches. */
    state: roomStateSchema,
    /** Newest state of every message changed after `sinceRev`, up to `state.rev`, by rev. */
    messages: z.array(messageSchema),
    members: z.array(memberChangeSchema),
    receipts: z.array(receiptSchema),
    /** Voice messages played since then, as far as that is for me; some may be known already. */
    plays: z.array(playSchema).max(limits.resyncRevs),
    /** My votes since then; some may be known already. */
    votes: z.array(placedVoteSchema).max(limits.resyncRevs),
    people: z.array(userSchema),
    hasMore: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("reset"), view: roomViewSchema }),
]);
export type RoomChanges = z.infer<typeof roomChangesSchema>;

export const syncRequests = {
  "sync:open": query({
    summary: "The snapshot, on every connect and whenever a user-level event was missed.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({}),
    output: snapshotSchema,
  }),
  "sync:room": query({
    summary: "Everything in a room with a rev above mine, newest state only, in pages; or `reset`.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({
      roomId: RoomId,
      sinceRev: pointerSchema,
      limit: z.number().int().min(1).max(limits.pageMessages).default(limits.pageMessages),
    }),
    output: roomChangesSchema,
  }),
  "sync:check": query({
    summary: "The heartbeat: which of these rooms have moved on, and my user-level rev.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({
      rooms: z.array(z.strictObject({ roomId: RoomId, rev: pointerSchema })).max(limits.checkedRooms),
    }),
    output: z.strictObject({ rev: pointerSchema, stale: z.array(RoomId) }),
  }),
} as const;
