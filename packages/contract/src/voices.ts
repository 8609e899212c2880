import { z } from "zod";
import { command, event } from "./define.ts";
import { RoomId } from "./ids.ts";
import { rates } from "./limits.ts";
import { type Message, seqSchema } from "./messages.ts";

/** A voice message that was played, as the one who is told of it may know. */
export const playSchema = z.strictObject({
  /** The message's. */
  seq: seqSchema,
  /** Epoch ms. */
  playedAt: z.number().int(),
});
export type Play = z.infer<typeof playSchema>;

/** Whether there is something in a message that was spoken. */
export function isVoice({ files = [] }: Pick<Message, "files">): boolean {
  return files.some(({ kind }) => kind === "voice");
}

export const voiceRequests = {
  "voice:play": command({
    summary:
      "I have played a voice message of somebody else's. Again changes nothing. In a conversation of two its sender learns of it, if both show their receipts.",
    caller: "person",
    permission: "view",
    limiter: rates.pointer,
    input: z.strictObject({ roomId: RoomId, seq: seqSchema }),
    output: playSchema,
  }),
} as const;

export const voiceEvents = {
  "voice:played": event({
    scope: "person",
    summary: "I played a voice message on one of my devices; or one of mine was played, in a conversation of two.",
    payload: playSchema.extend({ rev: z.number().int(), roomId: RoomId }),
  }),
} as const;
