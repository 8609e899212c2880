import { z } from "zod";
import { command, query } from "./define.ts";
import { InvitationId, RoomId, UserId } from "./ids.ts";
import { rates } from "./limits.ts";
import { roomStateSchema } from "./rooms.ts";

/** A link that brings people into a room, and to the server if they have no account. */
export const invitationSchema = z.strictObject({
  id: InvitationId,
  roomId: RoomId,
  /** 128 random bits, base64url; the fragment of the link `…/join#CODE`. */
  code: z.string(),
  createdBy: UserId,
  createdAt: z.number().int(),
  /** Epoch ms, or null for never. */
  expiresAt: z.number().int().nullable(),
  /** How many people it may bring, or null for any number. */
  maxUses: z.number().int().nullable(),
  uses: z.number().int(),
});
export type Invitation = z.infer<typeof invitationSchema>;

const codeSchema = z.string().min(1).max(100);

export const invitationRequests = {
  "invitation:create": command({
    summary: "Make an invitation link for a room.",
    caller: "person",
    permission: "invite",
    limiter: rates.create,
    input: z.strictObject({
      roomId: RoomId,
      /** Milliseconds from now, at most a year; null for never. */
      expiresInMs: z
        .number()
        .int()
        .min(60_000)
        .max(366 * 86_400_000)
        .nullable()
        .default(7 * 86_400_000),
      maxUses: z.number().int().min(1).max(10_000).nullable().default(null),
    }),
    output: invitationSchema,
  }),
  "invitation:list": query({
    summary: "The living invitation links of a room.",
    caller: "person",
    permission: "invite",
    limiter: rates.read,
    input: z.strictObject({ roomId: RoomId }),
    output: z.strictObject({ invitations: z.array(invitationSchema) }),
  }),
  "invitation:revoke": command({
    summary: "End an invitation link.",
    caller: "person",
    permission: "invite",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, invitationId: InvitationId }),
    output: z.strictObject({}),
  }),
  "invitation:describe": query({
    summary: "Where a link leads and who sent it, for the page that it opens.",
    caller: "anyone",
    limiter: rates.secret,
    input: z.strictObject({ code: codeSchema }),
    output: z.strictObject({
      serverName: z.string(),
      roomName: z.string(),
      invitedBy: z.string(),
      memberCount: z.number().int(),
    }),
  }),
  "invitation:accept": command({
    summary: "Come into the room of a link with the account I have.",
    caller: "person",
    limiter: rates.create,
    input: z.strictObject({ code: codeSchema }),
    output: roomStateSchema,
  }),
} as const;
