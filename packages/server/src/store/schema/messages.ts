import type { MessageId, RoomId, UserId } from "@parley/contract";

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
  };
  /** Who is called where; a row with `*` for the user calls everyone. */
  mentions: { user_id: UserId | "*"; room_id: RoomId; seq: number };
  /** Deletions under way: what this person (`*`: anyone) wrote in the room below this seq is still to go. */
  purges: { room_id: RoomId; user_id: UserId | "*"; below_seq: number };
}
