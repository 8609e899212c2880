import { z } from "zod";
import { event, signal } from "./define.ts";
import { RoomId, UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";

const nothing = z.strictObject({});

export const presenceRequests = {
  "presence:watch": signal({
    summary:
      "The rooms on my screen: whose presence and typing I want to hear. Replaces the last list; what I am not in is left out.",
    caller: "person",
    permission: "view",
    limiter: rates.signal,
    input: z.strictObject({ roomIds: z.array(RoomId).max(limits.watchedRooms) }),
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
    summary: "Members who came online or went. After `presence:watch` it lists everyone who is online, with `isWhole`.",
    payload: z.strictObject({
      online: z.array(UserId),
      offline: z.array(UserId),
      isWhole: z.boolean(),
    }),
  }),
  "typing:changed": event({
    scope: "watchers",
    summary: "Members who began or stopped writing. Forgotten after 6 seconds without another.",
    payload: z.strictObject({ started: z.array(UserId), stopped: z.array(UserId) }),
  }),
} as const;
