import { z } from "zod";
import { command, event, query } from "./define.ts";
import { RoomId, UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { pointerSchema, seqSchema } from "./messages.ts";
import { userSchema } from "./users.ts";

export const memberRoleSchema = z.enum(["owner", "moderator", "member"]);
export type MemberRole = z.infer<typeof memberRoleSchema>;

/** One person in one room. */
export const memberSchema = z.strictObject({
  userId: UserId,
  role: memberRoleSchema,
  joinedAt: z.number().int(),
  /** Epoch ms until which they may not write here; `limits.forGood` for good. It may have passed. */
  mutedUntil: z.number().int().optional(),
});
export type Member = z.infer<typeof memberSchema>;

/** A member, or (with `hasLeft`) the trace of one, as a resync tells it. */
export const memberChangeSchema = memberSchema.extend({ rev: seqSchema, hasLeft: z.boolean() });

/** Somebody who may not come back into a room. */
export const banSchema = z.strictObject({
  userId: UserId,
  bannedBy: UserId,
  reason: z.string(),
  bannedAt: z.number().int(),
  /** Epoch ms, or null for good. */
  until: z.number().int().nullable(),
});
export type Ban = z.infer<typeof banSchema>;

const reasonSchema = z.string().max(limits.lineCharacters).default("");
/** How long, in milliseconds: a minute to a year; null for good. */
const termSchema = z
  .number()
  .int()
  .min(60_000)
  .max(366 * 86_400_000)
  .nullable();

export const memberRequests = {
  "member:list": query({
    summary: "Members of a room by name, in pages.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({
      roomId: RoomId,
      /** The handle after which the page begins. */
      after: z.string().max(100).default(""),
      limit: z.number().int().min(1).max(limits.pageMembers).default(limits.pageMembers),
    }),
    output: z.strictObject({ members: z.array(memberSchema), people: z.array(userSchema), hasMore: z.boolean() }),
  }),
  "member:add": command({
    summary: "Bring people into a room; those already in stay as they are.",
    caller: "person",
    permission: "add",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, userIds: z.array(UserId).min(1).max(limits.addPeople) }),
    output: z.strictObject({ added: z.number().int() }),
  }),
  "member:remove": command({
    summary: "Take a member out of a room.",
    caller: "person",
    permission: "remove",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, userId: UserId }),
    output: z.strictObject({}),
  }),
  "member:mute": command({
    summary: "Let a member read but not write for a while; `forMs: 0` lets them write again.",
    caller: "person",
    permission: "discipline",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, userId: UserId, forMs: z.union([z.literal(0), termSchema]) }),
    output: memberSchema,
  }),
  "member:ban": command({
    summary: "Take somebody out of a room and keep them out; they need not be in it.",
    caller: "person",
    permission: "discipline",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, userId: UserId, reason: reasonSchema, forMs: termSchema.default(null) }),
    output: banSchema,
  }),
  "member:unban": command({
    summary: "Let somebody come back.",
    caller: "person",
    permission: "discipline",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, userId: UserId }),
    output: z.strictObject({}),
  }),
  "member:list-bans": query({
    summary: "Who may not come into a room.",
    caller: "person",
    permission: "discipline",
    limiter: rates.read,
    input: z.strictObject({ roomId: RoomId }),
    output: z.strictObject({ bans: z.array(banSchema), people: z.array(userSchema) }),
  }),
  "member:change": command({
    summary: "Give a member another role.",
    caller: "person",
    permission: "govern",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, userId: UserId, role: memberRoleSchema }),
    output: memberSchema,
  }),
} as const;

export const memberEvents = {
  "member:joined": event({
    scope: "room",
    summary: "Somebody came into the room.",
    payload: z.strictObject({ rev: seqSchema, member: memberSchema, user: userSchema }),
  }),
  "member:left": event({
    scope: "room",
    summary: "Somebody left or was taken out.",
    payload: z.strictObject({ rev: seqSchema, userId: UserId }),
  }),
  "member:changed": event({
    scope: "room",
    summary: "A member has another role, or was muted or heard again.",
    payload: z.strictObject({ rev: seqSchema, member: memberSchema }),
  }),
} as const;

/** One member's pointers: everything up to `readSeq` was read, everything up to `deliveredSeq` reached a device. */
export const receiptSchema = z.strictObject({ userId: UserId, readSeq: pointerSchema, deliveredSeq: pointerSchema });
export type Receipt = z.infer<typeof receiptSchema>;
