import type { Circle, InvitationId, MemberRole, RoomId, RoomKind, UserId } from "@parley/contract";

/** Rooms, and who is in them. */
export interface RoomTables {
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
    post_by: Circle;
    invite_by: Circle;
    mention_all_by: Circle;
    pin_by: Circle;
    /** 0 or 1. */
    link_previews: number;
    slow_mode_ms: number;
    expires_after_ms: number | null;
    /** Of a thread: the message that it is about. */
    parent_id: RoomId | null;
    parent_seq: number | null;
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
    /** When `shown_read_seq` last moved. */
    read_at: number | null;
    /** A stranger's private conversation: `waiting` until it is accepted; `declined` is in it no more, but the sender is not told. */
    request: "none" | "waiting" | "declined";
    cleared_seq: number;
    /** 0, 1, or null for what the settings say. */
    shows_typing: number | null;
    shows_receipts: number | null;
    muted_until: number | null;
    /** When they last wrote while the room was slow. */
    spoke_at: number | null;
    /** 0 in a thread that one has looked into and does not follow; 1 everywhere else. */
    follows: number;
  };
  /** Threads whose message is to be told anew what has become of them. */
  thread_changes: { room_id: RoomId; due_at: number };
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
