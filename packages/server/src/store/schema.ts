import type { InvitationId, MemberRole, MessageId, RoomId, RoomKind, SessionId, User, UserId } from "@parley/contract";

/**
 * The tables, the same on both databases: ids are UUIDv7 text, times epoch ms, booleans 0 or 1, JSON is text that no
 * query looks into. `*_folded` columns carry case-insensitive order and uniqueness.
 */
export interface Database {
  server_settings: { name: string; value: string };
  users: {
    id: UserId;
    handle: string;
    /** Confusables skeleton of the handle; unique. */
    skeleton: string;
    name: string;
    password_hash: string;
    role: User["role"];
    settings: string;
    /** Numbers every committed user-level change. */
    rev: number;
    created_at: number;
  };
  sessions: {
    id: SessionId;
    user_id: UserId;
    token_digest: string;
    device: string;
    created_at: number;
    used_at: number;
  };
  rooms: {
    id: RoomId;
    kind: RoomKind;
    name: string;
    name_folded: string;
    /** Set where the name must be unique: public rooms. */
    name_skeleton: string | null;
    topic: string;
    is_lobby: number;
    /** The sorted ids of a direct room's people; unique. */
    direct_key: string | null;
    last_seq: number;
    last_rev: number;
    member_count: number;
    created_by: UserId;
    created_at: number;
  };
  members: {
    room_id: RoomId;
    user_id: UserId;
    role: MemberRole;
    joined_at: number;
    /** 1 once the person has left: the row stays, so that a resync can tell. */
    has_left: number;
    rev: number;
    read_seq: number;
    /** The furthest that others were told; `read_seq` may be put back by "mark unread", this never. */
    shown_read_seq: number;
    delivered_seq: number;
  };
  messages: {
    id: MessageId;
    room_id: RoomId;
    seq: number;
    rev: number;
    sender_id: UserId;
    body: string;
    sent_at: number;
    edited_at: number | null;
    deleted_at: number | null;
    reply_to: number | null;
    /** JSON array of user ids, or null. */
    mentions: string | null;
  };
  mentions: { user_id: UserId; room_id: RoomId; seq: number };
  drafts: { user_id: UserId; room_id: RoomId; body: string; reply_to: number | null; saved_at: number };
  invitations: {
    id: InvitationId;
    room_id: RoomId;
    code: string;
    created_by: UserId;
    created_at: number;
    expires_at: number | null;
    max_uses: number | null;
    uses: number;
    is_revoked: number;
  };
}
