import { z } from "zod";
import { command, event, query } from "./define.ts";
import { RoomId, UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { pointerSchema, seqSchema } from "./messages.ts";
import {
  expirySchema,
  listedRoomSchema,
  preferencesSchema,
  roomRulesSchema,
  roomSchema,
  roomStateSchema,
  roomViewSchema,
} from "./rooms.ts";
import { userSchema } from "./users.ts";

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
    summary: "Rename a room, change its topic or its rules.",
    caller: "person",
    permission: "change",
    limiter: rates.write,
    input: z.strictObject({
      roomId: RoomId,
      name: roomNameSchema.optional(),
      topic: topicSchema.optional(),
      rules: roomRulesSchema.partial().optional(),
    }),
    output: roomSchema,
  }),
  "room:set-expiry": command({
    summary: "Choose after how long messages sent from now on disappear.",
    caller: "person",
    permission: "expire",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, expiresAfterMs: expirySchema }),
    output: roomSchema,
  }),
  "room:set-previews": command({
    summary:
      "Choose whether links sent from now on show what is behind them, where the server looks. In a private conversation anyone in it may.",
    caller: "person",
    permission: "expire",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, areOn: z.boolean() }),
    output: roomSchema,
  }),
  "room:accept": command({
    summary: "Take a stranger's private conversation up; from now on it is one like any other.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId }),
    output: roomStateSchema,
  }),
  "room:decline": command({
    summary: "Want nothing of a stranger's private conversation: it goes, for me; they are not told.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId }),
    output: z.strictObject({}),
  }),
  "room:clear": command({
    summary: "Clear a conversation for me alone, up to its last message: what is older is not there for me.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId }),
    output: z.strictObject({ clearedSeq: pointerSchema }),
  }),
  "room:delete-direct": command({
    summary:
      "Delete a private conversation for all its people: every message, and the conversation itself. One that somebody has not taken up is deleted for me, with my words in it.",
    caller: "person",
    permission: "view",
    limiter: rates.create,
    input: z.strictObject({ roomId: RoomId }),
    output: z.strictObject({}),
  }),
  "room:prefer": command({
    summary: "Show typing and receipts in one conversation otherwise than in my settings.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: preferencesSchema.partial().extend({ roomId: RoomId }),
    output: preferencesSchema,
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
    summary: "Name, topic, rules, expiry or member count of a room.",
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
  "room:accepted": event({
    scope: "person",
    summary: "I took a stranger's conversation up, on one of my devices.",
    payload: z.strictObject({ rev: z.number().int(), state: roomStateSchema }),
  }),
  "room:cleared": event({
    scope: "person",
    summary: "I cleared a conversation for me, on one of my devices; forget what is older.",
    payload: z.strictObject({ rev: z.number().int(), state: roomStateSchema }),
  }),
  "room:preferred": event({
    scope: "person",
    summary: "What I want in one conversation, after a change on any device.",
    payload: z.strictObject({ rev: z.number().int(), roomId: RoomId, preferences: preferencesSchema }),
  }),
} as const;
