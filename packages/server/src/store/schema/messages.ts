import type { MessageId, RoomId, UserId } from "@parley/contract";

/**
 * What became of a message's link. `due`: it is to be looked up. `found`: it was, whatever came of it. `off`: the preview
 * was taken off, and does not come again.
 */
export type LinkPreviewState = "due" | "found" | "off";

/** What was said. */
export interface MessageTables {
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
    /** JSON array of its files, or null. */
    files: string | null;
    /** JSON of the sticker that it is, or null. */
    sticker: string | null;
    /** JSON of the poll that it is, or null. */
    poll: string | null;
    /** When it was pinned; no two of a room alike. */
    pinned_at: number | null;
    /** Who said it first, if it was forwarded; empty where that is not told. */
    forwarded_from: UserId | "" | null;
    /** JSON: the preview of its link, or null. */
    preview: string | null;
    /** JSON of what the message says of its thread, or null. */
    thread: string | null;
  };
  /** Who is called where; a row with `*` for the user calls everyone. */
  mentions: { user_id: UserId | "*"; room_id: RoomId; seq: number };
  /** Who put which emoji on which message; see the migration for the revs. */
  reactions: {
    room_id: RoomId;
    seq: number;
    emoji: string;
    user_id: UserId;
    reacted_at: number;
    rev: number;
    kind_rev: number;
  };
  /** Who voted what, a bit for each answer; see the migration. */
  poll_votes: { room_id: RoomId; seq: number; user_id: UserId; chosen: number; voted_at: number; rev: number };
  /** Links that were looked up, or are to be; the preview itself is the message's. */
  link_previews: {
    room_id: RoomId;
    seq: number;
    /** Digest of the address; empty once the preview is off. */
    url_key: string;
    sender_id: UserId;
    state: LinkPreviewState;
    due_at: number | null;
    tries: number;
    found_at: number | null;
  };
  /** Who is told when a voice message was played; see the migration. */
  plays: { room_id: RoomId; seq: number; user_id: UserId; played_at: number; at_rev: number };
  /** What people keep for later; no two of a person since the same time. */
  saved_messages: { user_id: UserId; room_id: RoomId; seq: number; saved_at: number };
  /** Messages that wait for their time; see the migration. */
  scheduled_messages: {
    id: MessageId;
    user_id: UserId;
    room_id: RoomId;
    body: string;
    reply_to: number | null;
    /** JSON, or null. Those are in the state `waiting`, and with this message alone. */
    files: string | null;
    /** Null: when the one whom it awaits is online. */
    send_at: number | null;
    awaits: UserId | null;
    due_at: number | null;
    /** JSON, or null. */
    refusal: string | null;
  };
  /** What messages said before; `rev` is the one of the edit that replaced it. */
  message_edits: { room_id: RoomId; seq: number; rev: number; body: string; written_at: number; replaced_at: number };
  /** Deletions under way: what this person (`*`: anyone) wrote in the room below this seq is still to go. */
  purges: { room_id: RoomId; user_id: UserId | "*"; below_seq: number };
}
