import { z } from "zod";
import { command, event } from "./define.ts";
import { RoomId } from "./ids.ts";
import { rates } from "./limits.ts";
import { seqSchema } from "./messages.ts";
import { roomStateSchema } from "./rooms.ts";
import { threadSumSchema } from "./thread-sums.ts";

export const threadRequests = {
  "thread:open": command({
    summary:
      "The thread of a message: a room of its own, for those who may read the message's room. Begun if there is none and I may. From now on this connection hears it, followed or not.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, seq: seqSchema }),
    output: roomStateSchema,
  }),
  "thread:follow": command({
    summary: "Follow a thread, or no longer: only what I follow is in my list, counts and notifies.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    /** The thread's own room. */
    input: z.strictObject({ roomId: RoomId, isFollowed: z.boolean() }),
    output: roomStateSchema,
  }),
} as const;

export const threadEvents = {
  "thread:changed": event({
    scope: "room",
    summary:
      "What has become of a message's thread; several replies in short order are one change. Told of links edited there, too.",
    payload: z.strictObject({ rev: seqSchema, seq: seqSchema, thread: threadSumSchema }),
  }),
  "thread:followed": event({
    scope: "person",
    summary: "I follow a thread, because I chose so, took part or was mentioned; or no longer (`state.isFollowed`).",
    payload: z.strictObject({ rev: z.number().int(), state: roomStateSchema }),
  }),
} as const;
