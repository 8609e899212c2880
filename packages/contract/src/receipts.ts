import { z } from "zod";
import { command, event, query } from "./define.ts";
import { RoomId, UserId } from "./ids.ts";
import { rates } from "./limits.ts";
import { receiptSchema } from "./members.ts";
import { pointerSchema, seqSchema } from "./messages.ts";
import { userSchema } from "./users.ts";

/** My unread counts in one room, exact for the room's `roomRev`. */
const readStateSchema = z.strictObject({
  roomId: RoomId,
  readSeq: pointerSchema,
  unread: z.number().int(),
  mentions: z.number().int(),
  roomRev: pointerSchema,
});
export type ReadState = z.infer<typeof readStateSchema>;

export const receiptRequests = {
  "receipt:read": command({
    summary: "I have read everything up to this seq. Only ever forwards.",
    caller: "person",
    permission: "view",
    limiter: rates.pointer,
    input: z.strictObject({ roomId: RoomId, seq: pointerSchema }),
    output: readStateSchema,
  }),
  "receipt:unread": command({
    summary: "Mark unread: put my own read pointer back to this seq. Others keep seeing the furthest.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, seq: pointerSchema }),
    output: readStateSchema,
  }),
  "receipt:delivered": command({
    summary: "Messages up to these seqs have reached a device of mine. Only ever forwards.",
    caller: "person",
    limiter: rates.pointer,
    input: z.strictObject({
      rooms: z
        .array(z.strictObject({ roomId: RoomId, seq: pointerSchema }))
        .min(1)
        .max(100),
    }),
    output: z.strictObject({}),
  }),
  "receipt:list": query({
    summary: "Who has read a message, and whom it reached: those who show it, if I show it. For any size of room.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({ roomId: RoomId, seq: seqSchema }),
    output: z.strictObject({
      readers: z.array(
        z.strictObject({
          userId: UserId,
          /** Epoch ms by which they had read it: when their pointer last moved. */
          readAt: z.number().int().nullable(),
        }),
      ),
      deliveredTo: z.array(UserId),
      people: z.array(userSchema),
    }),
  }),
} as const;

export const receiptEvents = {
  "receipt:moved": event({
    scope: "pointers",
    summary: "Members' pointers moved forwards; coalesced, the latest value each. Only in rooms of up to 100 members.",
    payload: z.strictObject({ receipts: z.array(receiptSchema) }),
  }),
  "receipt:changed": event({
    scope: "person",
    summary: "My own read pointer moved on one of my devices.",
    payload: readStateSchema.extend({ rev: z.number().int() }),
  }),
} as const;
