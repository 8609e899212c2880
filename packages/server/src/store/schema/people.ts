import type { Relation, RoomId, User, UserId } from "@parley/contract";

/** People, and how they stand to each other. */
export interface PeopleTables {
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
  /** Where the pointers of `user_id` stood for `viewer_id`, whom they blocked: nothing that moves is shown, nothing shown goes. */
  frozen_receipts: {
    viewer_id: UserId;
    user_id: UserId;
    room_id: RoomId;
    read_seq: number;
    delivered_seq: number;
    read_at: number | null;
  };
  exports: {
    user_id: UserId;
    state: "running" | "ready" | "failed";
    done: number;
    total: number;
    bytes: number | null;
    started_at: number;
    expires_at: number | null;
    /** Name of the archive in the folder of exports; only while it is ready. */
    file: string | null;
  };
}
