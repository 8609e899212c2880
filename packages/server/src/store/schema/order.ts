import type { AuditId, MessageId, Report, ReportId, RoomId, UserId, WarningId } from "@parley/contract";

/** What keeps order. */
export interface OrderTables {
  bans: {
    room_id: RoomId;
    user_id: UserId;
    banned_by: UserId;
    reason: string;
    banned_at: number;
    until: number | null;
  };
  reports: {
    id: ReportId;
    reporter_id: UserId;
    user_id: UserId;
    room_id: RoomId | null;
    message_id: MessageId | null;
    reason: Report["reason"];
    line: string;
    created_at: number;
    settled_by: UserId | null;
    settled_at: number | null;
    action: NonNullable<Report["settled"]>["action"] | null;
    note: string | null;
  };
  warnings: { id: WarningId; user_id: UserId; text: string; given_at: number; acknowledged_at: number | null };
  /** Added to, never changed: a trigger refuses it. */
  audit_log: {
    id: AuditId;
    at: number;
    actor_id: UserId | null;
    act: string;
    room_id: RoomId | null;
    user_id: UserId | null;
    detail: string;
  };
}
