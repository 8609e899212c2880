import { z } from "zod";
import { command, event, query } from "./define.ts";
import { MessageId, RoomId, UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { userSchema } from "./users.ts";

/** A room's number: starts at 1, without gaps. */
export const seqSchema = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
/** A pointer into a room's numbers: 0 is before the first. */
export const pointerSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** One message. Absent fields are false or empty. A deleted one keeps its place but has no body. */
export const messageSchema = z.strictObject({
  /** Made by the sender's client before the first attempt; the same on every retry. */
  id: MessageId,
  /** Its number in the room, for ever. */
  seq: seqSchema,
  /** The room's rev at its last change. */
  rev: seqSchema,
  senderId: UserId,
  body: z.string(),
  sentAt: z.number().int(),
  editedAt: z.number().int().optional(),
  deletedAt: z.number().int().optional(),
  /** The seq of the message that this one answers. */
  replyTo: seqSchema.optional(),
  /** The members it mentions. */
  mentions: z.array(UserId).optional(),
  /** It calls everyone in the room. */
  mentionsAll: z.literal(true).optional(),
  /** Epoch ms after which the server makes a tombstone of it. A tombstone that keeps this has disappeared by itself. */
  expiresAt: z.number().int().optional(),
});
export type Message = z.infer<typeof messageSchema>;

const bodySchema = z.string().min(1).max(limits.bodyCharacters);

/** A run of messages in seq order without holes, and the people in it. */
export const messagePageSchema = z.strictObject({
  messages: z.array(messageSchema),
  /** No older message exists. */
  isStart: z.boolean(),
  /** No newer message exists. */
  isEnd: z.boolean(),
  people: z.array(userSchema),
});
export type MessagePage = z.infer<typeof messagePageSchema>;

export const messageRequests = {
  "message:send": command({
    summary: "Send a message. A repeat with the same id answers the original.",
    caller: "person",
    permission: "post",
    limiter: rates.send,
    input: z.strictObject({
      id: MessageId,
      roomId: RoomId,
      body: bodySchema,
      replyTo: seqSchema.optional(),
    }),
    output: messageSchema,
  }),
  "message:edit": command({
    summary: "Replace the body of a message of mine.",
    caller: "person",
    permission: "post",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, messageId: MessageId, body: bodySchema }),
    output: messageSchema,
  }),
  "message:delete": command({
    summary: "Delete a message for everyone: mine, or as a moderator anyone's. A repeat answers the tombstone.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, messageId: MessageId }),
    output: messageSchema,
  }),
  "message:delete-mine": command({
    summary: "Delete all my messages in a room, for everyone; in a long room the older ones follow within moments.",
    caller: "person",
    permission: "view",
    limiter: rates.create,
    input: z.strictObject({ roomId: RoomId }),
    output: z.strictObject({
      /** How many are gone already. */
      deleted: z.number().int(),
    }),
  }),
  "message:history": query({
    summary: "A page of messages: before or after a seq (exclusive), around one, or the latest.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({
      roomId: RoomId,
      from: z
        .discriminatedUnion("edge", [
          z.strictObject({ edge: z.literal("latest") }),
          z.strictObject({ edge: z.literal("before"), seq: pointerSchema }),
          z.strictObject({ edge: z.literal("after"), seq: pointerSchema }),
          z.strictObject({ edge: z.literal("around"), seq: pointerSchema }),
        ])
        .default({ edge: "latest" }),
      limit: z.number().int().min(1).max(limits.pageMessages).default(50),
    }),
    output: messagePageSchema,
  }),
  "message:list": query({
    summary: "Single messages by seq, for quotes; what is not there is left out.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({ roomId: RoomId, seqs: z.array(seqSchema).min(1).max(50) }),
    output: z.strictObject({ messages: z.array(messageSchema), people: z.array(userSchema) }),
  }),
} as const;

export const messageEvents = {
  "message:sent": event({ scope: "room", summary: "A new message.", payload: messageSchema }),
  "message:edited": event({ scope: "room", summary: "A message with its new body.", payload: messageSchema }),
  "message:deleted": event({ scope: "room", summary: "A message became a tombstone.", payload: messageSchema }),
} as const;
