import { z } from "zod";
import { command, event, query } from "./define.ts";
import { RoomId, UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { availabilitySchema } from "./presence.ts";
import { statusSchema, userSchema } from "./users.ts";

/** What a person's card shows, as far as it is for the one who asks. */
export const profileSchema = z.strictObject({
  user: userSchema,
  bio: z.string(),
  /** IANA time zone, such as `Europe/Berlin`, for their local time; null if they do not say. */
  timeZone: z.string().nullable(),
  /** Rooms that we are both in, the lobby and private conversations left out. */
  sharedRoomIds: z.array(RoomId),
  availability: availabilitySchema,
  /** Epoch ms when they were last here; null while they are, or if it is not for me. */
  lastSeenAt: z.number().int().nullable(),
  joinedAt: z.number().int(),
  /** Whose invitation they came by; for administrators only. */
  invitedBy: UserId.optional(),
  /** Set for administrators only: suspended until then, 0 for good. */
  suspendedUntil: z.number().int().optional(),
});
export type Profile = z.infer<typeof profileSchema>;

export const profileRequests = {
  "profile:show": query({
    summary: "A person's card: mine, or of somebody whom I share a room with, am friends with, or found.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({ userId: UserId }),
    output: profileSchema,
  }),
  "profile:change": command({
    summary: "Change my name, handle, bio, time zone or status; what is left out stays.",
    caller: "person",
    limiter: rates.create,
    input: z.strictObject({
      name: z.string().min(1).max(limits.nameCharacters).optional(),
      handle: z.string().min(1).max(limits.nameCharacters).optional(),
      bio: z.string().max(limits.bioCharacters).optional(),
      timeZone: z.string().max(64).nullable().optional(),
      status: statusSchema.nullable().optional(),
    }),
    output: profileSchema,
  }),
  "profile:set-avatar": command({
    summary:
      "Use a picture for me: a square JPEG of up to 512 pixels. What is not the picture itself is taken out of it.",
    caller: "person",
    limiter: rates.create,
    input: z.strictObject({ image: z.base64().max(Math.ceil(limits.avatarBytes / 3) * 4) }),
    output: userSchema,
  }),
  "profile:show-avatar": query({
    summary:
      "The picture of a person whose version I was told: base64 of a JPEG. For pages at `/avatars/<id>/<version>`.",
    caller: "person",
    limiter: rates.picture,
    input: z.strictObject({ userId: UserId, version: z.string().max(64) }),
    output: z.strictObject({ image: z.base64() }),
  }),
  "profile:remove-avatar": command({
    summary: "Go back to initials.",
    caller: "person",
    limiter: rates.create,
    input: z.strictObject({}),
    output: userSchema,
  }),
} as const;

export const profileEvents = {
  "profile:changed": event({
    scope: "people",
    summary: "Somebody has another name, picture or status, or shows them no more.",
    payload: z.strictObject({ user: userSchema }),
  }),
} as const;
