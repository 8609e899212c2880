import type { RoomId, UserId } from "@parley/contract";

/** What is looked through. All of it can be made anew from the messages. */
export interface SearchTables {
  /** The terms of each message that has any content. What finds them is the database's own: see `FullText`. */
  search_documents: {
    /** The ms at which it was sent, times 1,024, and a number among those of that ms: so its order is theirs. */
    id: number;
    room_id: RoomId;
    seq: number;
    sender_id: UserId;
    expires_at: number | null;
    /** 1 if there is an address to follow in it, else null. */
    has_link: 1 | null;
    /** Separated by spaces; PostgreSQL keeps them in its own form instead. */
    terms: string;
  };
  /** Up to which of its changes a room's messages have their terms in place. */
  search_progress: { room_id: RoomId; rev: number };
}
