import type { RoomEntry } from "@parley/client";
import { type MessageId, newId } from "@parley/contract";
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
    const { area, target } = composer;
    const body = composer.value.trim();
    const replyTo = target?.kind === "reply" ? { replyTo: target.message.seq } : {};
    try {
      const id = newId<MessageId>(Date.now());
      await client.call("scheduled:add", { id, roomId: entry.state.room.id, body, ...replyTo, sendAt });
    } catch (error) {
      if (isThrown) throw error;
      toast({ text: errorText(words, language, error) });
      return;
    }
    if (area.current?.value.trim() === body) {
      composer.cancel();
      composer.write("");
    }
    toast({ text: words.scheduled.done(whenName(words, sendAt, { name, now: Date.now(), language })) });
    area.current?.focus({ preventScroll: true });
  };
}
