import { z } from "zod";
import { command, event, query } from "./define.ts";
import { RoomId, UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { memberRoleSchema, memberSchema, receiptSchema } from "./members.ts";
import { messagePageSchema, messageSchema, pointerSchema, seqSchema } from "./messages.ts";
import { userSchema } from "./users.ts";

/** `public`: listed, anyone may join. `private`: by invitation or adding. `direct`: between two or more people, nameless. */
export const roomKindSchema = z.enum(["public", "private", "direct"]);
export type RoomKind = z.infer<typeof roomKindSchema>;

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
});
export type Room = z.infer<typeof roomSchema>;

/** What I have begun to write in a room. */
export const draftSchema = z.strictObject({
  body: z.string().max(limits.bodyCharacters),
  replyTo: seqSchema.optional(),
  savedAt: z.number().int(),
});
export type Draft = z.infer<typeof draftSchema>;

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
  draft: draftSchema.nullable(),
  /** For a direct room: the people in it, me included. Otherwise empty. */
  directIds: z.array(UserId),
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

/** A room's name as typed; the server cleans it, and says what is wrong with it. */
const roomNameSchema = z.string().min(1).max(limits.roomNameCharacters);
const topicSchema = z.string().max(limits.topicCharacters);

export const roomRequests = {
  "room:create": command({
    summary: "Make a room and be its owner. A repeat with the same id answers the room made first.",
    caller: "person",
    limiter: rates.create,
    input: z.strictObject({
      id: RoomId,
      kind: z.enum(["public", "private"]),
      name: roomNameSchema,
      topic: topicSchema.default(""),
    }),
    output: roomStateSchema,
  }),
  "room:create-direct": command({
    summary: "The private conversation with these people; made if there is none yet.",
    caller: "person",
    limiter: rates.create,
    input: z.strictObject({ userIds: z.array(UserId).min(1).max(limits.directPeople) }),
    output: roomStateSchema,
  }),
  "room:change": command({
    summary: "Rename a room, or change its topic.",
    caller: "person",
    permission: "change",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, name: roomNameSchema.optional(), topic: topicSchema.optional() }),
    output: roomSchema,
  }),
  "room:join": command({
    summary: "Come into a public room.",
    caller: "person",
    permission: "join",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId }),
    output: roomStateSchema,
  }),
  "room:leave": command({
    summary: "Leave a room.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId }),
    output: z.strictObject({}),
  }),
  "room:list": query({
    summary: "The directory: public rooms by name, and whether I am in them.",
    caller: "person",
    limiter: rates.search,
    input: z.strictObject({
      /** Part of a name; empty for all. */
      text: z.string().max(limits.roomNameCharacters).default(""),
      /** The folded name after which the page begins. */
      after: z.string().max(100).default(""),
      limit: z.number().int().min(1).max(limits.pageRooms).default(50),
    }),
    output: z.strictObject({ rooms: z.array(listedRoomSchema), next: z.string().nullable() }),
  }),
  "room:open": query({
    summary: "Everything to show a room: latest page, or the page around the first unread message.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({
      roomId: RoomId,
      at: z.enum(["latest", "unread"]).default("latest"),
      limit: z.number().int().min(1).max(limits.pageMessages).default(60),
    }),
    output: roomViewSchema,
  }),
} as const;

export const roomEvents = {
  "room:changed": event({
    scope: "room",
    summary: "Name, topic or member count of a room.",
    payload: z.strictObject({ rev: seqSchema, room: roomSchema }),
  }),
  "room:entered": event({
    scope: "person",
    summary: "I am in a room now.",
    payload: z.strictObject({ rev: z.number().int(), state: roomStateSchema, people: z.array(userSchema) }),
  }),
  "room:departed": event({
    scope: "person",
    summary: "I am no longer in a room; forget everything of it.",
    payload: z.strictObject({ rev: z.number().int(), roomId: RoomId }),
  }),
} as const;
