import { z } from "zod";
import { command, event, query } from "./define.ts";
import { AuditId, MessageId, ReportId, RoomId, UserId, WarningId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { messageSchema, seqSchema } from "./messages.ts";
import { userRoleSchema, userSchema } from "./users.ts";

export const reportReasonSchema = z.enum(["spam", "harassment", "illegal", "other"]);

/** Somebody, or a message of theirs, that somebody thinks should not be here. */
export const reportSchema = z.strictObject({
  id: ReportId,
  reporterId: UserId,
  /** Whom it is about. */
  userId: UserId,
  /** Set when it is about a message, or about somebody's conduct in a room; its moderators see it then. */
  roomId: RoomId.nullable(),
  messageId: MessageId.nullable(),
  /** The message as it is now; null when there is none, or it was deleted. */
  message: messageSchema.nullable(),
  /** It is in the thread of this message of the room. */
  threadSeq: seqSchema.optional(),
  reason: reportReasonSchema,
  line: z.string(),
  createdAt: z.number().int(),
  /** Who settled it, when, and how; null while it is open. */
  settled: z
    .strictObject({
      by: UserId,
      at: z.number().int(),
      /** `suspend` is what a ban becomes where nobody can be banned from a room. */
      action: z.enum(["dismiss", "delete", "warn", "ban", "suspend"]),
      note: z.string(),
    })
    .nullable(),
});
export type Report = z.infer<typeof reportSchema>;

/** A word from those who keep order, shown until it is acknowledged. */
export const warningSchema = z.strictObject({ id: WarningId, text: z.string(), givenAt: z.number().int() });
export type Warning = z.infer<typeof warningSchema>;

/** One line of the log of administrative acts. Lines are added, never changed or removed. */
export const auditEntrySchema = z.strictObject({
  id: AuditId,
  at: z.number().int(),
  actorId: UserId.nullable(),
  /** What was done, as the request is called, such as `member:ban`. */
  act: z.string(),
  roomId: RoomId.nullable(),
  userId: UserId.nullable(),
  /** Whether it was only tried: they may not, and were refused. `detail` is what they were told. */
  isRefused: z.boolean(),
  /** In plain words; never the text of a message. */
  detail: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

const lineSchema = z.string().max(limits.lineCharacters).default("");
const nothing = z.strictObject({});

export const reportRequests = {
  "report:create": command({
    summary: "Report a message that I see, or a person.",
    caller: "person",
    limiter: rates.create,
    input: z.strictObject({
      userId: UserId,
      roomId: RoomId.optional(),
      messageId: MessageId.optional(),
      reason: reportReasonSchema,
      line: lineSchema,
    }),
    output: z.strictObject({ id: ReportId }),
  }),
  "report:list": query({
    summary: "Reports that I may settle, newest first: of rooms that I moderate, or all of them as an administrator.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({ isOpen: z.boolean().default(true), before: ReportId.optional() }),
    output: z.strictObject({ reports: z.array(reportSchema), people: z.array(userSchema), hasMore: z.boolean() }),
  }),
  "report:settle": command({
    summary:
      "Settle a report: dismiss it, delete the message, warn the person, or ban them from the room (as an administrator, without a room: suspend).",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({
      reportId: ReportId,
      action: z.enum(["dismiss", "delete", "warn", "ban"]),
      note: lineSchema,
    }),
    output: reportSchema,
  }),
  "warning:acknowledge": command({
    summary: "I have read a warning.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ warningId: WarningId }),
    output: nothing,
  }),
  "user:suspend": command({
    summary: "As an administrator: nobody signs in to this account for a while, or (null) for good; its sessions end.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({
      userId: UserId,
      reason: lineSchema,
      forMs: z
        .number()
        .int()
        .min(60_000)
        .max(366 * 86_400_000)
        .nullable(),
    }),
    output: nothing,
  }),
  "user:restore": command({
    summary: "As an administrator: end a suspension.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ userId: UserId }),
    output: nothing,
  }),
  "user:change-role": command({
    summary:
      "As the owner of the server: make somebody an administrator, or a person like others; or `owner`: hand the server over, and be an administrator.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ userId: UserId, role: userRoleSchema }),
    output: userSchema,
  }),
  "audit:list": query({
    summary:
      "The log of administrative acts, newest first: of a room for its moderators, of everything for administrators.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({ roomId: RoomId.optional(), before: AuditId.optional() }),
    output: z.strictObject({ entries: z.array(auditEntrySchema), people: z.array(userSchema), hasMore: z.boolean() }),
  }),
} as const;

export const reportEvents = {
  "report:changed": event({
    scope: "person",
    summary: "How many open reports wait for me.",
    payload: z.strictObject({ rev: z.number().int(), openReports: z.number().int() }),
  }),
  "warning:changed": event({
    scope: "person",
    summary: "The warnings that I have not acknowledged, whole.",
    payload: z.strictObject({ rev: z.number().int(), warnings: z.array(warningSchema) }),
  }),
} as const;
