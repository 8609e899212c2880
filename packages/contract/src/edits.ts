import { z } from "zod";
import { query } from "./define.ts";
import { RoomId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { seqSchema } from "./messages.ts";

/** What a message said before. */
export const editSchema = z.strictObject({
  body: z.string(),
  /** From when to when it said so. */
  writtenAt: z.number().int(),
  replacedAt: z.number().int(),
});
export type Edit = z.infer<typeof editSchema>;

export const editRequests = {
  "edit:list": query({
    summary: "What a message said before it was edited, the oldest first, as far as I was in the room when it said so.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({ roomId: RoomId, seq: seqSchema }),
    output: z.strictObject({ edits: z.array(editSchema).max(limits.edits) }),
  }),
} as const;
