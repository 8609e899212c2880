import type { FileId, RoomId, StickerSetId, UserId } from "@parley/contract";

/**
 * `incoming`: its bytes are coming. `ready`: stored, and not yet in a message. `waiting`: in one message that waits for its
 * time. `sent`: in messages. `gone`: nobody is given it any more; its bytes are on their way out.
 */
export type FileState = "incoming" | "ready" | "waiting" | "sent" | "gone";

/** Where a room's gallery shows a file; it shows none of `preview` and `sticker`. */
export type Shelf = "media" | "file" | "voice" | "preview" | "sticker";

/** Whose file it is; `*` for what the server itself keeps, such as the pictures of link previews and stickers. */
export type FileOwner = UserId | "*";

/** What was shared. */
export interface FileTables {
  /** Sets of stickers of the server's own. */
  sticker_sets: {
    id: StickerSetId;
    name: string;
    name_folded: string;
    name_skeleton: string;
    added_by: UserId;
    added_at: number;
  };
  stickers: {
    file_id: FileId;
    set_id: StickerSetId;
    emoji: string;
    words: string;
    width: number;
    height: number;
    is_animated: number;
    added_at: number;
  };
  /** Emoji of the server's own. */
  custom_emoji: { name: string; file_id: FileId; is_animated: number; added_by: UserId; added_at: number };
  files: {
    id: FileId;
    owner_id: FileOwner;
    state: FileState;
    /** What it takes of the quota: the length that was declared. */
    bytes: number;
    /** JSON: what was said of it before its bytes came. */
    claim: string;
    /** JSON: the file as messages carry it, once it is stored. */
    info: string | null;
    created_at: number;
    /** When the job looks whether anybody still needs it (epoch ms); null as long as messages use it, or one waits with it. */
    expires_at: number | null;
  };
  /** Which message has which file. */
  file_uses: { file_id: FileId; room_id: RoomId; seq: number; shelf: Shelf };
  /** The room that files take: of each owner, and of all under `*`. */
  file_usage: { owner_id: FileOwner; bytes: number };
}
