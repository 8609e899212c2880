import { z } from "zod";
import { command, event, query } from "./define.ts";
import { RoomId } from "./ids.ts";
import { rates } from "./limits.ts";
import { messageSchema, seqSchema } from "./messages.ts";
import { userSchema } from "./users.ts";

const placeSchema = z.strictObject({ roomId: RoomId, seq: seqSchema });

/** Something kept for later. */
export const savedSchema = z.strictObject({
  roomId: RoomId,
  seq: seqSchema,
  /** Its room is the thread of this message. */
  thread: placeSchema.optional(),
  /** Since when; no two of a person alike. */
  savedAt: z.number().int(),
  /** Null in a room that I am not in any more: it is mine again when I come back. */
  message: messageSchema.nullable(),
});
export type Saved = z.infer<typeof savedSchema>;

export const savedRequests = {
  "saved:add": command({
    summary: "Keep a message for later, for me alone. One that is kept already stays where it is.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: placeSchema,
    output: z.strictObject({ savedAt: z.number().int() }),
  }),
  "saved:remove": command({
    summary: "Keep a message no longer, also of a room that I have left; a repeat changes nothing.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: placeSchema,
    output: z.strictObject({}),
  }),
  "saved:list": query({
    summary: "What I keep for later, from all rooms, the one kept last first, in pages.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({
      /** `next` of the page before; null for the first. */
      cursor: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    output: z.strictObject({
      entries: z.array(savedSchema),
      people: z.array(userSchema),
      next: z.number().int().nullable(),
    }),
  }),
} as const;

export const savedEvents = {
  "saved:changed": event({
    scope: "person",
    summary: "On one of my devices a message was kept for later, or is no longer.",
    payload: z.strictObject({ rev: z.number().int(), roomId: RoomId, seq: seqSchema, isSaved: z.boolean() }),
  }),
} as const;
