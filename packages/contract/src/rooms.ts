import { z } from "zod";
import { RoomId, UserId } from "./ids.ts";
import { limits } from "./limits.ts";
import { memberRoleSchema, memberSchema, receiptSchema } from "./members.ts";
import { messagePageSchema, messageSchema, pointerSchema, seqSchema } from "./messages.ts";
import { userSchema } from "./users.ts";

/** `public`: listed, anyone may join. `private`: by invitation or adding. `direct`: between two or more people, nameless. */
export const roomKindSchema = z.enum(["public", "private", "direct"]);
export type RoomKind = z.infer<typeof roomKindSchema>;

/** Who of the members may do something. */
export const circleSchema = z.enum(["everyone", "moderators"]);
export type Circle = z.infer<typeof circleSchema>;

/** What a room's moderators decide of it. */
export const roomRulesSchema = z.strictObject({
  /** `moderators`: an announcement room. */
  post: circleSchema,
  /** Make invitation links and bring people in. */
  invite: circleSchema,
  /** Call everyone by `@everyone`. */
  mentionAll: circleSchema,
  /** Pin messages, and take pins off. */
  pin: circleSchema,
  /** Where the server shows what is behind links: whether here as well. */
  linkPreviews: z.boolean(),
  /** Milliseconds that a member waits between two messages; 0 for none. Moderators do not wait. */
  slowModeMs: z.number().int().min(0).max(86_400_000),
});
export type RoomRules = z.infer<typeof roomRulesSchema>;

/** Milliseconds after which messages disappear: 5 minutes to 90 days; null for never. */
export const expirySchema = z
  .number()
  .int()
  .min(5 * 60_000)
  .max(90 * 86_400_000)
  .nullable();

export const roomSchema = z.strictObject({
  id: RoomId,
  kind: roomKindSchema,
  /** As written; empty for a direct room, which is called by its people. */
  name: z.string(),
  topic: z.string(),
  /** The one room that everybody is in. */
  isLobby: z.boolean(),
  memberCount: z.number().int(),
  createdAt: z.number().int(),
  rules: roomRulesSchema,
  /** Set: messages sent from now on disappear so many milliseconds after they were sent. */
  expiresAfterMs: expirySchema,
  /**
   * Set: the room is the thread of this message. It has no name, members, rules or expiry of its own: what holds in the
   * message's room holds here.
   */
  thread: z.strictObject({ roomId: RoomId, seq: seqSchema }).optional(),
});
export type Room = z.infer<typeof roomSchema>;

/** What I have begun to write in a room. */
export const draftSchema = z.strictObject({
  body: z.string().max(limits.bodyCharacters),
  replyTo: seqSchema.optional(),
  savedAt: z.number().int(),
});
export type Draft = z.infer<typeof draftSchema>;

/** What I want in one conversation other than in my settings; null: as there. */
export const preferencesSchema = z.strictObject({
  typing: z.boolean().nullable(),
  receipts: z.boolean().nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** A room as its member sees it in the list. Everything derivable from numbered events is as of `rev`. */
export const roomStateSchema = z.strictObject({
  room: roomSchema,
  rev: pointerSchema,
  lastSeq: pointerSchema,
  role: memberRoleSchema,
  readSeq: pointerSchema,
  /** Messages after `readSeq` that are not mine and not deleted; exact up to 999, then 1,000. */
  unread: z.number().int(),
  /** Those of them that mention me, or all of them in a direct room. */
  mentions: z.number().int(),
  lastMessage: messageSchema.nullable(),
  /** Seqs of the pinned messages, the one pinned last at the end. */
  pins: z.array(seqSchema),
  /** Seqs of the messages that I keep for later, ascending. */
  saved: z.array(seqSchema),
  draft: draftSchema.nullable(),
  /** For a direct room: the people in it, me included. Otherwise empty. */
  directIds: z.array(UserId),
  /** A stranger's private conversation that I have neither accepted nor declined: counts and notifies nothing. */
  isRequest: z.boolean(),
  /** I cleared the conversation up to here: what is older is not there for me. */
  clearedSeq: pointerSchema,
  preferences: preferencesSchema,
  /** Epoch ms until which I may not write here (it may have passed); null if I may. */
  mutedUntil: z.number().int().nullable(),
  /** Of a thread alone: whether it is in my list, counts and notifies. */
  isFollowed: z.boolean().optional(),
});
export type RoomState = z.infer<typeof roomStateSchema>;

/** A room opened: its state, a page of messages, the first members, everyone's pointers (in rooms of up to 100). */
export const roomViewSchema = z.strictObject({
  state: roomStateSchema,
  page: messagePageSchema,
  members: z.array(memberSchema),
  hasMoreMembers: z.boolean(),
  receipts: z.array(receiptSchema),
  people: z.array(userSchema),
});
export type RoomView = z.infer<typeof roomViewSchema>;

/** A room in the directory. */
export const listedRoomSchema = z.strictObject({ room: roomSchema, isMember: z.boolean() });
export type ListedRoom = z.infer<typeof listedRoomSchema>;
