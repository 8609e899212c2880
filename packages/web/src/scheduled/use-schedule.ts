import type { Album, ParleyClient, RoomEntry } from "@parley/client";
import { type MessageId, newId, type RoomId } from "@parley/contract";
import { useClient } from "../client-context.ts";
import type { useComposer } from "../composer/use-composer.ts";
import { useRoomTitle } from "../rooms/use-room-title.ts";
import { useToast } from "../ui/toast.tsx";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { whenName } from "./when-name.ts";

export type Writing = ReturnType<typeof useComposer>;

/** Puts what is written away until then. What is refused stays in the box; the reason is said, or thrown. */
export function useSchedule(entry: RoomEntry, composer: Writing) {
  const client = useClient();
  const words = useWords();
  const language = useLanguage();
  const toast = useToast();
  const name = useRoomTitle(entry);
  return async (sendAt: number | null, { isThrown = false } = {}) => {
    const { area, target, files } = composer;
    const { attached } = files;
    const body = composer.value.trim();
    const replyTo = target?.kind === "reply" ? { replyTo: target.message.seq } : {};
    try {
      await put(client, entry.state.room.id, { body, ...replyTo, files: attached, sendAt });
    } catch (error) {
      if (isThrown) throw error;
      toast({ text: errorText(words, language, error) });
      return;
    }
    files.change((now) => now.filter((one) => !attached.includes(one)));
    if (area.current?.value.trim() === body) {
      composer.cancel();
      composer.write("");
    }
    toast({ text: words.scheduled.done(whenName(words, sendAt, { name, now: Date.now(), language })) });
    area.current?.focus({ preventScroll: true });
  };
}

/** Files have to be brought there first: with them it waits in the outbox, as any message does. */
function put(client: ParleyClient, roomId: RoomId, album: Album & { sendAt: number | null }): Promise<unknown> {
  const { files, ...words } = album;
  if (files.length > 0) return client.sendFiles(roomId, album);
  return client.call("scheduled:add", { id: newId<MessageId>(Date.now()), roomId, ...words });
}
