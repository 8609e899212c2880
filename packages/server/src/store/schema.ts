import type {
  AuditId,
  Circle,
  InvitationId,
  MemberRole,
  MessageId,
  Relation,
  Report,
  ReportId,
  RoomId,
  RoomKind,
  SessionId,
  User,
  UserId,
  WarningId,
} from "@parley/contract";

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
    /** Confusables skeleton of the name; unique among these and the handles' skeletons. */
    name_skeleton: string;
    /** Version of the picture in `avatars`. */
    avatar: string | null;
    bio: string;
    time_zone: string | null;
    /** JSON of a Status. */
    status: string | null;
    /** When their last connection ended, while they were visible. */
    last_seen_at: number | null;
    invited_by: UserId | null;
    /** When a deletion that was asked for is carried out, and what becomes of the messages. */
    deletes_at: number | null;
    deletes_messages: "remove" | "anonymise" | null;
    gone_at: number | null;
    /** Nobody signs in until then; 0 for good. */
    suspended_until: number | null;
    totp_secret: string | null;
    /** Not yet confirmed. */
    totp_pending: string | null;
    /** The last time step whose code was used: each code counts once. */
    totp_step: number;
  };
  /** Pictures of people: JPEG in base64. */
  avatars: { user_id: UserId; version: string; image: string };
  /** How one person stands to another, as that one sees it. `declined` is shown to nobody. */
  relations: {
    user_id: UserId;
    other_id: UserId;
    kind: Relation["kind"] | "declined";
    line: string;
    since: number;
  };
  passkeys: {
    id: string;
    user_id: UserId;
    public_key: string;
    counter: number;
    /** JSON array of WebAuthn transports. */
    transports: string;
    name: string;
    created_at: number;
    used_at: number | null;
  };
  recovery_codes: { user_id: UserId; digest: string };
  /** What a browser or device is asked to answer, once and soon; only digests of secrets. */
  challenges: {
    id: string;
    kind: "passkey-add" | "passkey-use" | "offer" | "oidc";
    user_id: UserId | null;
    value: string;
    expires_at: number;
  };
  /** Accounts at a provider of identities (OIDC). */
  identities: { issuer: string; subject: string; user_id: UserId };
  exports: {
    user_id: UserId;
    state: "running" | "ready" | "failed";
    done: number;
    total: number;
    bytes: number | null;
    started_at: number;
    expires_at: number | null;
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
    post_by: Circle;
    invite_by: Circle;
    mention_all_by: Circle;
    slow_mode_ms: number;
    expires_after_ms: number | null;
  };
  bans: {
    room_id: RoomId;
    user_id: UserId;
    banned_by: UserId;
    reason: string;
    banned_at: number;
    until: number | null;
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
    /** 1 when it calls everyone in the room. */
    mentions_all: number | null;
    expires_at: number | null;
  };
  /** Who is called where; a row with `*` for the user calls everyone. */
  mentions: { user_id: UserId | "*"; room_id: RoomId; seq: number };
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
