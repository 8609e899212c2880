import { z } from "zod";
import { command, event, query } from "./define.ts";
import { type ErrorCode, errorCodes } from "./errors.ts";
import { filesSchema } from "./files.ts";
import { FileId, MessageId, RoomId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { messageSchema, seqSchema } from "./messages.ts";

/** How many messages of one person wait for their time, and how far ahead that may be. Apart: only the server asks. */
export const scheduledLimits = { messages: 100, aheadMs: 366 * 86_400_000 } as const;

/** Epoch ms; null: as soon as the other one of a private conversation is online, and I may see that they are. */
const sendAtSchema = z.number().int().min(0).max(limits.forGood).nullable();

/** A message of mine that waits for its time. */
export const scheduledSchema = z.strictObject({
  /** That of the message that it will be: made by my client, the same on every retry. */
  id: MessageId,
  roomId: RoomId,
  body: z.string(),
  replyTo: seqSchema.optional(),
  /** What comes with it; the body is then its caption, and may be empty. Nobody else is given them before it is sent. */
  files: filesSchema.optional(),
  sendAt: sendAtSchema,
  /** Its time came, and I might not send it. It waits for me to decide. */
  refusal: z
    .strictObject({
      code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
      /** A plain sentence for people. */
      message: z.string(),
    })
    .optional(),
});
export type Scheduled = z.infer<typeof scheduledSchema>;

/** Empty only of a message with files. */
const bodySchema = z.string().max(limits.bodyCharacters);

export const scheduledRequests = {
  "scheduled:add": command({
    summary:
      "Have a message sent later. What I may is asked again when its time comes. A repeat with the same id changes nothing.",
    caller: "person",
    permission: "post",
    limiter: rates.write,
    input: z.strictObject({
      id: MessageId,
      roomId: RoomId,
      body: bodySchema,
      replyTo: seqSchema.optional(),
      /** Uploads of mine that are stored and not yet sent, in order. They wait with it for as long as it does. */
      files: z.array(FileId).min(1).max(limits.filesOfMessage).optional(),
      sendAt: sendAtSchema,
    }),
    output: z.strictObject({
      /** Null: it was sent meanwhile. */
      scheduled: scheduledSchema.nullable(),
    }),
  }),
  "scheduled:change": command({
    summary: "Let a message of mine that waits say something else, or wait for another time; its files stay.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ id: MessageId, body: bodySchema.optional(), sendAt: sendAtSchema.optional() }),
    output: scheduledSchema,
  }),
  "scheduled:send": command({
    summary: "Send a message of mine that waits now.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ id: MessageId }),
    output: messageSchema,
  }),
  "scheduled:remove": command({
    summary:
      "Do not send a message of mine that waits. Its files can be sent otherwise for a minute, then they go. A repeat changes nothing.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ id: MessageId }),
    output: z.strictObject({}),
  }),
  "scheduled:offer": query({
    summary:
      "Whether a message in this conversation can wait for the other one to be online: only if they let me see it.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({ roomId: RoomId }),
    output: z.strictObject({ canAwait: z.boolean() }),
  }),
} as const;

export const scheduledEvents = {
  "scheduled:changed": event({
    scope: "person",
    summary: "A message of mine waits, waits otherwise, or, when null, does not wait any more: it was sent or removed.",
    payload: z.strictObject({ rev: z.number().int(), id: MessageId, scheduled: scheduledSchema.nullable() }),
  }),
} as const;
