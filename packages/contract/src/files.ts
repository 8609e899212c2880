import { z } from "zod";
import { command, query } from "./define.ts";
import { FileId, MessageId, RoomId, UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { userSchema } from "./users.ts";

/** What a file is shown as. `file` is a card to download, whatever is in it; only the others are ever shown inline. */
export const fileKinds = ["image", "video", "audio", "voice", "file"] as const;

/** What a picture may be meant for instead of a message: it is written anew for that. */
export const pictureUses = ["emoji", "sticker"] as const;
export type PictureUse = (typeof pictureUses)[number];

const pixelSchema = z.number().int().min(1).max(limits.pixelsOfSide);
const durationSchema = z.number().int().min(0).max(limits.durationMs);
/** Base64 of at most 64 bytes, one for each stretch of time. */
const peaksSchema = z.base64().min(4).max(limits.peaksCharacters);

/**
 * A file as a message carries it. Its bytes are at `/files/<id>/<name>`. There are pictures of it, in WebP: of a picture at
 * `/files/<id>/thumbnail/small` and `…/large`; of whatever else has a poster at `…/thumbnail/small` and
 * `/files/<id>/poster`.
 */
export const fileSchema = z.strictObject({
  /** Made by the uploader's client before the first attempt; the same on every retry. */
  id: FileId,
  name: z.string().min(1).max(limits.fileNameCharacters),
  /** The media type that the server found in the bytes; `application/octet-stream` if none. */
  type: z.string().min(3).max(127),
  /** Bytes. */
  size: z.number().int().min(0),
  kind: z.enum(fileKinds),
  /** As it is shown, any rotation applied. */
  width: pixelSchema.optional(),
  height: pixelSchema.optional(),
  /** A blurred likeness of some 25 bytes (thumbhash) in base64, for the time until the picture is there. */
  thumbhash: z.base64().max(64).optional(),
  durationMs: durationSchema.optional(),
  /** How loud a voice message is over its time, in base64. */
  peaks: peaksSchema.optional(),
  /** A picture that moves. Its thumbnails do not. */
  isAnimated: z.literal(true).optional(),
  /** A film of which there is a picture, or a document of which there is the first page. */
  hasPoster: z.literal(true).optional(),
});
export type SharedFile = z.infer<typeof fileSchema>;
export type FileKind = SharedFile["kind"];

/** The files of one message, in the order in which their sender put them. */
export const filesSchema = z.array(fileSchema).min(1).max(limits.filesOfMessage);

/** What is said of an upload before its bytes come. It is believed where the server cannot tell. */
const claimSchema = {
  id: FileId,
  filename: z.string().max(1_000),
  /** Said by the browser, and not believed. */
  filetype: z.string().max(255).optional(),
  voice: z.literal(true).optional(),
  use: z.enum(pictureUses).optional(),
  peaks: peaksSchema.optional(),
  durationMs: durationSchema.optional(),
  /** Of a film, as it is shown. */
  width: pixelSchema.optional(),
  height: pixelSchema.optional(),
} as const;

/** One file of a conversation, and the message that it is in. */
export const listedFileSchema = z.strictObject({
  file: fileSchema,
  messageId: MessageId,
  seq: z.number().int().min(1),
  senderId: UserId,
  sentAt: z.number().int(),
});

export const fileRequests = {
  "file:create": command({
    summary:
      "Begin an upload. As `POST /uploads` (tus 1.0) this is its `Upload-Metadata`; the bytes follow at `/uploads/<id>`. A repeat changes nothing.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ ...claimSchema, bytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
    output: z.strictObject({}),
  }),
  "file:show-upload": query({
    summary: "An upload of mine that is not yet sent, stored or not.",
    caller: "person",
    limiter: rates.upload,
    input: z.strictObject({ id: FileId }),
    output: z.strictObject({ bytes: z.number().int(), isStored: z.boolean() }),
  }),
  "file:show": query({
    summary:
      "A file in a message that I see, or of mine that is not yet sent or waits to be. Its bytes: `GET /files/<id>/<name>`.",
    caller: "person",
    limiter: rates.download,
    input: z.strictObject({ id: FileId }),
    output: fileSchema,
  }),
  "file:find": query({
    summary: "A file of mine that is stored and not yet sent.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({ id: FileId }),
    output: fileSchema,
  }),
  "file:delete": command({
    summary: "Drop an upload of mine that is not yet sent, also half way. A repeat changes nothing.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ id: FileId }),
    output: z.strictObject({}),
  }),
  "file:limits": query({
    summary: "How much I may upload, and how much of it is used.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({}),
    output: z.strictObject({
      maxFileBytes: z.number().int(),
      quotaBytes: z.number().int(),
      /** With what is being uploaded. */
      usedBytes: z.number().int(),
    }),
  }),
  "file:list": query({
    summary: "The files of one room or thread, newest first: pictures and films, other files, or voice messages.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({
      roomId: RoomId,
      kind: z.enum(["media", "file", "voice"]),
      /** Those of messages before this one; the newest without it. */
      beforeSeq: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
      /** Instead: those of messages after this one, from there on. They are newest first all the same. */
      afterSeq: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
      /** Files of one message are never torn apart, so there may be some more. */
      limit: z.number().int().min(1).max(limits.pageFiles).default(50),
    }),
    output: z.strictObject({
      entries: z.array(listedFileSchema),
      /** There is no more in the direction that was asked for. */
      isEnd: z.boolean(),
      people: z.array(userSchema),
    }),
  }),
} as const;
