import { limits } from "@parley/contract";
import type { ZipEntry } from "../../lib/zip-file.ts";
import type { SavedRow } from "../../store/saved.ts";
import type { Gathering } from "./gathering.ts";
import { jsonFile, told } from "./json.ts";

/** What the person keeps for later, the last kept first; of rooms that they are not in any more, only where it was. */
export function savedFile(gathering: Gathering): ZipEntry {
  return jsonFile("my-saved.json", async () => {
    const rows = await gathering.reader.saved.before(gathering.me.id, Number.MAX_SAFE_INTEGER, limits.saved);
    const entries = await Promise.all(rows.map((row) => entryOf(gathering, row)));
    return entries.flat();
  });
}

async function entryOf({ reader, conversations }: Gathering, { isSeen, ...place }: SavedRow): Promise<object[]> {
  const roomName = conversations.find(({ state }) => state.room.id === place.roomId)?.title ?? null;
  if (!isSeen) return [{ ...place, roomName, message: null }];
  const [message] = await reader.messages.bySeqs(place.roomId, [place.seq]);
  return message === undefined || message.deletedAt !== undefined
    ? []
    : [{ ...place, roomName, message: told(message) }];
}
