import { z } from "zod";
import { query } from "./define.ts";
import { RoomId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { messageSchema, seqSchema } from "./messages.ts";
import { userSchema } from "./users.ts";

/** Pictures and films, other files, addresses to follow, voice messages. */
const galleryKinds = ["media", "file", "link", "voice"] as const;
export type GalleryKind = (typeof galleryKinds)[number];

/** A message that a room's gallery shows something of. */
export const galleryEntrySchema = z.strictObject({
  /** Where the message is: the room, or the thread's own. */
  roomId: RoomId,
  /** It was sent in the thread of this message. */
  thread: z.strictObject({ roomId: RoomId, seq: seqSchema }).optional(),
  message: messageSchema,
});
export type GalleryEntry = z.infer<typeof galleryEntrySchema>;

/** Up to where a page has come, in the room and in its threads. */
export const galleryCursorSchema = z.strictObject({
  /** In the room, those before this one are left. */
  beforeSeq: seqSchema,
  /** In all threads together, those sent before this one; all of them if null. */
  thread: z.strictObject({ sentAt: z.number().int(), roomId: RoomId, seq: seqSchema }).nullable(),
});
export type GalleryCursor = z.infer<typeof galleryCursorSchema>;

export const galleryRequests = {
  "gallery:list": query({
    summary: "The messages of a room and its threads that have something of a kind to look at, newest first.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({
      roomId: RoomId,
      kind: z.enum(galleryKinds),
      /** From the page before. */
      cursor: galleryCursorSchema.optional(),
      limit: z.number().int().min(1).max(limits.pageHits).default(20),
    }),
    output: z.strictObject({
      entries: z.array(galleryEntrySchema),
      people: z.array(userSchema),
      /** Null: there is no more. */
      cursor: galleryCursorSchema.nullable(),
    }),
  }),
} as const;
