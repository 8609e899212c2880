import { z } from "zod";
import { command, event } from "./define.ts";
import { RoomId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { seqSchema } from "./messages.ts";
import { draftSchema } from "./rooms.ts";

export const draftRequests = {
  "draft:save": command({
    summary: "Keep what I have begun to write in a room, for all my devices; an empty body forgets it.",
    caller: "person",
    permission: "view",
    limiter: rates.pointer,
    input: z.strictObject({
      roomId: RoomId,
      body: z.string().max(limits.bodyCharacters),
      replyTo: seqSchema.optional(),
    }),
    output: z.strictObject({ draft: draftSchema.nullable() }),
  }),
} as const;

export const draftEvents = {
  "draft:changed": event({
    scope: "person",
    summary: "My draft in a room, after a change on any device; null when there is none.",
    payload: z.strictObject({ rev: z.number().int(), roomId: RoomId, draft: draftSchema.nullable() }),
  }),
} as const;
