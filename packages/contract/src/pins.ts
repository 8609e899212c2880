import { z } from "zod";
import { command, event, query } from "./define.ts";
import { RoomId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { messageSchema, seqSchema } from "./messages.ts";
import { userSchema } from "./users.ts";

const placeSchema = z.strictObject({ roomId: RoomId, seq: seqSchema });

export const pinRequests = {
  "pin:add": command({
    summary: "Pin a message for everyone in the room. One that is pinned already stays where it is.",
    caller: "person",
    permission: "pin",
    limiter: rates.write,
    input: placeSchema,
    output: messageSchema,
  }),
  "pin:remove": command({
    summary: "Take a pin off; a repeat changes nothing.",
    caller: "person",
    permission: "pin",
    limiter: rates.write,
    input: placeSchema,
    output: messageSchema,
  }),
  "pin:list": query({
    summary: "The pinned messages of a room, the one pinned last first, in pages.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({
      roomId: RoomId,
      /** `next` of the page before; null for the first. */
      cursor: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(limits.pins).default(20),
    }),
    output: z.strictObject({
      messages: z.array(messageSchema),
      people: z.array(userSchema),
      next: z.number().int().nullable(),
    }),
  }),
} as const;

export const pinEvents = {
  "message:pinned": event({
    scope: "room",
    summary: "A message with its pin, or from now on without one.",
    payload: messageSchema,
  }),
} as const;
