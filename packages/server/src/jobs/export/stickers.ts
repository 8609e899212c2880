import type { FileId, RoomId } from "@parley/contract";
import type { ZipEntry } from "../../lib/zip-file.ts";
import type { Gathering } from "./gathering.ts";
import { storedBytes } from "./stored.ts";

/** Where the picture of a sticker of the server's own is. */
export const stickerPath = (id: FileId) => `stickers/${id}.webp`;

/** Pictures of the server's own stickers in what the person reads. Those that come with it are told by their emoji. */
export async function stickerPictures(gathering: Gathering): Promise<ZipEntry[]> {
  const { reader, me, conversations } = gathering;
  const cleared = new Map<RoomId, number>(conversations.map(({ state }) => [state.room.id, state.clearedSeq]));
  const used = await reader.fileUses.stickersIn([...cleared.keys()]);
  const seen = used.filter(({ roomId, lastSeq }) => lastSeq > (cleared.get(roomId) ?? 0));
  return [...new Set(seen.map(({ id }) => id))].sort().map((id) => ({
    path: stickerPath(id),
    async *content() {
      const isSeen = (await reader.files.stickerShownTo(me.id, id)) !== undefined;
      if (isSeen) yield* storedBytes(gathering, id);
    },
  }));
}
