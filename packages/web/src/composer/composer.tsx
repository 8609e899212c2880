import type { OutgoingFile, RoomEntry } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { Check, SendHorizontal } from "lucide-react";
import { type RefObject, Suspense, useEffect, useId } from "react";
import { EmojiButton } from "../emoji/emoji-button.tsx";
import { useRoomTitle } from "../rooms/use-room-title.ts";
import { AttachmentTray, CompletionList, Counter, Scheduling, SilenceNotice, SlowSign, TargetBar } from "../screens.ts";
import { afterNextPaint } from "../ui/after-next-paint.ts";
import { IconButton } from "../ui/button.tsx";
import { useMedia } from "../use-media.ts";
import { VoicePlace } from "../voice/voice-place.tsx";
import { useWords } from "../words/use-words.ts";
import { AttachPlace } from "./attach-place.tsx";
import styles from "./composer.module.css";
import { MessageField } from "./message-field.tsx";
import { useCompletions } from "./use-completions.ts";
import { useComposer } from "./use-composer.ts";
import { useComposerKeys } from "./use-composer-keys.ts";
import { useSilence } from "./use-silence.ts";

/** From here on the room that is left is counted. */
const COUNTED = 7_500;

/** Where one writes; or, where one may not, why. */
export function Composer({ entry }: { entry: RoomEntry }) {
  const silence = useSilence(entry.state);
  if (silence === null) return <Writing entry={entry} />;
  return (
    <div className={styles.composer}>
      <Suspense fallback={<div className={styles.silent} />}>
        <SilenceNotice silence={silence} />
      </Suspense>
    </div>
  );
}

function Writing({ entry }: { entry: RoomEntry }) {
  const words = useWords();
  const title = useRoomTitle(entry);
  const listId = useId();
  const composer = useComposer(entry);
  const completions = useCompletions(entry);
  const onKeyDown = useComposerKeys(composer, completions);
  const { area, value, canSend, target, files } = composer;
  useFocusOnEntry(area, entry.state.room.id, target);
  // Moderators do not wait.
  const isSlow = entry.state.room.rules.slowModeMs > 0 && entry.state.role === "member";
  const isThread = entry.state.room.thread !== undefined;
  const isEdit = target?.kind === "edit";
  const isOpen = completions.found.length > 0;
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        composer.send();
        area.current?.focus();
      }}
    >
      {/* Apart: what is being fetched for the first time hides all that stands within the same bounds. */}
      <Suspense fallback={null}>{canSend && <Scheduling entry={entry} composer={composer} />}</Suspense>
      <Suspense fallback={null}>
        {files.attached.length > 0 && !isEdit && <AttachmentTray {...files} />}
        {isOpen && (
          <CompletionList
            id={listId}
            found={completions.found}
            chosen={completions.chosen}
            onAccept={(completion) => area.current && completions.accept(area.current, completion)}
          />
        )}
      </Suspense>
      <div className={styles.box}>
        <Suspense fallback={null}>{target && <TargetBar target={target} onCancel={composer.cancel} />}</Suspense>
        <div className={styles.line}>
          <AttachPlace title={title} files={files} isOff={isEdit} />
          <MessageField
            composer={composer}
            completions={completions}
            listId={listId}
            placeholder={isThread ? words.threads.placeholder : words.composer.placeholder(title)}
            onKeyDown={onKeyDown}
          />
          <EmojiButton area={area} onSticker={isEdit ? undefined : composer.sendSticker} />
          <Suspense fallback={null}>{isSlow && <SlowSign entry={entry} />}</Suspense>
          <SendPlace key={entry.state.room.id} composer={composer} />
        </div>
      </div>
      <Suspense fallback={null}>{value.length >= COUNTED && <Counter length={value.length} />}</Suspense>
    </form>
  );
}

/** What sends; where there is nothing to be sent, one may speak. */
function SendPlace({ composer }: { composer: ReturnType<typeof useComposer> }) {
  const words = useWords();
  const { area, value, files, target, canSend, sendVoice } = composer;
  const isEdit = target?.kind === "edit";
  if (!isEdit && value.trim() === "" && files.attached.length === 0) {
    const keep = (file: OutgoingFile) => files.change((before) => [...before, file]);
    return <VoicePlace area={area} onRecorded={sendVoice} onLeft={keep} />;
  }
  return (
    <IconButton
      type="submit"
      isFilled={canSend}
      disabled={!canSend}
      className={styles.send}
      label={isEdit ? words.composer.save : words.composer.send}
      icon={isEdit ? <Check size={20} /> : <SendHorizontal size={20} />}
    />
  );
}

/** Ready to write on entry, and after choosing what to answer or edit. On a phone that would open the keyboard. */
function useFocusOnEntry(area: RefObject<HTMLTextAreaElement | null>, roomId: RoomId, target: unknown): void {
  const hasKeyboard = useMedia("(pointer: fine)");
  // biome-ignore lint/correctness/useExhaustiveDependencies: each room is entered anew.
  useEffect(() => {
    if (!hasKeyboard) return undefined;
    const before = document.activeElement;
    return afterNextPaint(() => {
      // Whoever came from what was found goes on there.
      const isElsewhere = document.activeElement !== before || document.querySelector("dialog[open], [data-hit]:focus");
      if (!isElsewhere) area.current?.focus({ preventScroll: true });
    });
  }, [area, hasKeyboard, roomId]);
  useEffect(() => {
    if (target !== null) area.current?.focus({ preventScroll: true });
  }, [area, target]);
}
