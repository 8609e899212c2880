import { z } from "zod";
import { event, signal } from "./define.ts";
import { RoomId, UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";

const nothing = z.strictObject({});

/** Whether somebody is here. `away`: no input on any device for ten minutes. Invisible people, and hidden ones, are `offline`. */
export const availabilitySchema = z.enum(["online", "away", "busy", "offline"]);
export type Availability = z.infer<typeof availabilitySchema>;

export const presentSchema = z.strictObject({ userId: UserId, availability: availabilitySchema });
export type Present = z.infer<typeof presentSchema>;

const presenceChangeSchema = z.strictObject({
  people: z.array(presentSchema),
  /** These are all who are not offline; whoever is missing is. */
  isWhole: z.boolean(),
});

export const presenceRequests = {
  "presence:watch": signal({
    summary:
      "What is on my screen: whose presence and typing I want to hear. Replaces the last list; what I am not in is left out.",
    caller: "person",
    permission: "view",
    limiter: rates.signal,
    input: z.strictObject({
      roomIds: z.array(RoomId).max(limits.watchedRooms),
      /** Also my friends, wherever they are. */
      friends: z.boolean().default(false),
    }),
    output: nothing,
  }),
  "presence:idle": signal({
    summary: "This device has had no input for ten minutes, or has input again.",
    caller: "person",
    limiter: rates.signal,
    input: z.strictObject({ isIdle: z.boolean() }),
    output: nothing,
  }),
  "typing:start": signal({
    summary: "I am writing in a room; again every few seconds while I am.",
    caller: "person",
    permission: "post",
    limiter: rates.signal,
    input: z.strictObject({ roomId: RoomId }),
    output: nothing,
  }),
  "typing:stop": signal({
    summary: "I have stopped writing in a room.",
    caller: "person",
    permission: "post",
    limiter: rates.signal,
    input: z.strictObject({ roomId: RoomId }),
    output: nothing,
  }),
} as const;

export const presenceEvents = {
  "presence:changed": event({
    scope: "watchers",
    summary:
      "Members whose availability changed. After `presence:watch` it lists everyone who is not offline, with `isWhole`.",
    payload: presenceChangeSchema,
  }),
  "presence:friends-changed": event({
    scope: "device",
    summary: "The same for my friends, while this connection watches them.",
    payload: presenceChangeSchema,
  }),
  "typing:changed": event({
    scope: "watchers",
    summary: "Members who began or stopped writing. Forgotten after 6 seconds without another.",
    payload: z.strictObject({ started: z.array(UserId), stopped: z.array(UserId) }),
  }),
} as const;
