import { z } from "zod";

/**
 * Every id is a UUIDv7 (RFC 9562) in its canonical lower-case form, 36 characters. One spelling only, because ids are
 * compared as text in both databases and in every cache. The brand keeps a RoomId from standing where a MessageId is due.
 */
const uuid = z.uuidv7().lowercase();

export const UserId = uuid.brand<"UserId">();
export const RoomId = uuid.brand<"RoomId">();
/** Made by the sender's client before the first attempt and reused on every retry (delivery.md, idempotency). */
export const MessageId = uuid.brand<"MessageId">();
export const SessionId = uuid.brand<"SessionId">();
export const InvitationId = uuid.brand<"InvitationId">();
/** Made by the uploader's client before the first attempt and reused on every retry. */
export const FileId = uuid.brand<"FileId">();

export const StickerSetId = uuid.brand<"StickerSetId">();

export const ReportId = uuid.brand<"ReportId">();
export const WarningId = uuid.brand<"WarningId">();
/** Names a line of the audit log; later lines sort after earlier ones. */
export const AuditId = uuid.brand<"AuditId">();

export type UserId = z.infer<typeof UserId>;
export type RoomId = z.infer<typeof RoomId>;
export type MessageId = z.infer<typeof MessageId>;
export type SessionId = z.infer<typeof SessionId>;
export type InvitationId = z.infer<typeof InvitationId>;
export type FileId = z.infer<typeof FileId>;
export type StickerSetId = z.infer<typeof StickerSetId>;
export type ReportId = z.infer<typeof ReportId>;
export type WarningId = z.infer<typeof WarningId>;
export type AuditId = z.infer<typeof AuditId>;

/** Any of the branded ids; what `newId` can make. */
export type AnyId =
  | UserId
  | RoomId
  | MessageId
  | SessionId
  | InvitationId
  | FileId
  | StickerSetId
  | ReportId
  | WarningId
  | AuditId;
