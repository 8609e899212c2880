import { z } from "zod";
import { RoomId, UserId } from "./ids.ts";
import { limits } from "./limits.ts";

/** What a message says of its thread. */
export const threadSumSchema = z.strictObject({
  /** The thread's own room. */
  roomId: RoomId,
  /** Replies that are not deleted; exact up to 999, then 1,000. */
  count: z.number().int(),
  /** When the last of them was sent, epoch ms; 0 for none. */
  lastAt: z.number().int(),
  /** Who replied last, each once, the last one first. */
  userIds: z.array(UserId).max(limits.threadPeople),
});
export type ThreadSum = z.infer<typeof threadSumSchema>;
