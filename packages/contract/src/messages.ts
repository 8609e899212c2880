import { z } from "zod";
import { command, event, query } from "./define.ts";
import { filesSchema } from "./files.ts";
import { FileId, MessageId, RoomId, UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { linkPreviewSchema } from "./link-previews.ts";
import { newPollSchema, pollSchema, votesSchema } from "./polls.ts";
import { reactionSchema } from "./reactions.ts";
import { stickerPlaceSchema, stickerSchema } from "./stickers.ts";
import { threadSumSchema } from "./thread-sums.ts";
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
  /** What comes with it, in order; the body is its caption, and may be empty. */
  files: filesSchema.optional(),
  /** It is a sticker and nothing else: the body is empty. */
  sticker: stickerSchema.optional(),
  /** It asks a question, which is its body. */
  poll: pollSchema.optional(),
  /** What was answered; absent before anybody did. Told where reactions are, and like them not in events. */
  votes: votesSchema.optional(),
  /** What is behind its first link; absent where nobody looks. */
  preview: linkPreviewSchema.optional(),
  /** Epoch ms after which the server makes a tombstone of it. A tombstone that keeps this has disappeared by itself. */
  expiresAt: z.number().int().optional(),
  /**
   * In the order in which the kinds came up. Told in pages, views and resyncs. A message in an event, in the answer to a
   * command or in a list of rooms never has them, and says nothing of them: what was known of them stays true.
   */
  reactions: z.array(reactionSchema).max(limits.reactionKinds).optional(),
  /**
   * It was said elsewhere, by this person, and somebody carried it here: the text and files are theirs. Null where their
   * name is not for this place. Of the room that it comes from nothing is told.
   */
  forwardedFrom: UserId.nullable().optional(),
  /**
   * Of a voice message: when the viewer played it; or, of the viewer's own in a conversation of two, when the other did.
   * Told where reactions are, and like them not in events.
   */
  playedAt: z.number().int().optional(),
  /** Since when it is pinned; no two of a room alike. */
  pinnedAt: z.number().int().optional(),
  /** Its thread, once somebody has replied there. It outlives the message: a tombstone keeps it. */
  thread: threadSumSchema.optional(),
});
export type Message = z.infer<typeof messageSchema>;

/** Empty only of a sticker, and of a message with files. */
const bodySchema = z.string().max(limits.bodyCharacters);

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
      /** Uploads of mine that are stored and not yet sent, in order. */
      files: z.array(FileId).min(1).max(limits.filesOfMessage).optional(),
      /** Goes alone: without words or files. */
      sticker: stickerPlaceSchema.optional(),
      /** What may be answered to the body, which is a question. Never changed. */
      poll: newPollSchema.optional(),
      /** A message that I see, in any room, to be said again here: with its text and files, so `body` is empty. */
      forward: z.strictObject({ roomId: RoomId, seq: seqSchema }).optional(),
    }),
    output: messageSchema,
  }),
  "message:edit": command({
    summary: "Replace the body of a message of mine; its files stay.",
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
    input: z.strictObject({
      roomId: RoomId,
      messageId: MessageId,
      /** Take back what I have just sent: within ten seconds the tombstone bears the time of sending, and is not shown. */
      isUndo: z.literal(true).optional(),
    }),
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
    input: z.strictObject({ roomId: RoomId, seqs: z.array(seqSchema).min(1).max(limits.messagesAtOnce) }),
    output: z.strictObject({ messages: z.array(messageSchema), people: z.array(userSchema) }),
  }),
} as const;

export const messageEvents = {
  "message:sent": event({ scope: "room", summary: "A new message.", payload: messageSchema }),
  "message:edited": event({ scope: "room", summary: "A message with its new body.", payload: messageSchema }),
  "message:deleted": event({ scope: "room", summary: "A message became a tombstone.", payload: messageSchema }),
} as const;
