import type { RoomEntry } from "@parley/client";
import { limits, type RoomId } from "@parley/contract";
import { Check, SendHorizontal } from "lucide-react";
import { type RefObject, Suspense, useEffect, useId } from "react";
import { useRoomTitle } from "../rooms/use-room-title.ts";
import { CompletionList, SilenceNotice, SlowSign, TargetBar } from "../screens.ts";
import { IconButton } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { useMedia } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
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
  const { area, value, target } = composer;
  useFocusOnEntry(area, entry.state.room.id, target);
  // Moderators do not wait.
  const isSlow = entry.state.room.rules.slowModeMs > 0 && entry.state.role === "member";
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
      <Suspense fallback={null}>
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
          <MessageField
            composer={composer}
            completions={completions}
            listId={listId}
            placeholder={words.composer.placeholder(title)}
            onKeyDown={onKeyDown}
          />
          <Suspense fallback={null}>{isSlow && <SlowSign entry={entry} />}</Suspense>
          <IconButton
            type="submit"
            isFilled={composer.canSend}
            disabled={!composer.canSend}
            className={styles.send}
            label={isEdit ? words.composer.save : words.composer.send}
            icon={isEdit ? <Check size={20} /> : <SendHorizontal size={20} />}
          />
        </div>
      </div>
      <Counter length={value.length} />
    </form>
  );
}

function Counter({ length }: { length: number }) {
  const words = useWords();
  if (length < COUNTED) return null;
  const left = limits.bodyCharacters - length;
  return (
    <p className={classes(styles.counter, left < 0 && styles.over)} role="status">
      {left < 0 ? words.composer.tooLong(-left) : words.composer.left(left)}
    </p>
  );
}

/** To take the focus lays the page out: what was asked for is shown first. */
function afterNextPaint(act: () => void): () => void {
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Ready to write on entry, and after choosing what to answer or edit. On a phone that would open the keyboard. */
function useFocusOnEntry(area: RefObject<HTMLTextAreaElement | null>, roomId: RoomId, target: unknown): void {
  const hasKeyboard = useMedia("(pointer: fine)");
  // biome-ignore lint/correctness/useExhaustiveDependencies: each room is entered anew.
  useEffect(() => {
    if (!hasKeyboard) return undefined;
    const before = document.activeElement;
    return afterNextPaint(() => {
      const isElsewhere = document.activeElement !== before || document.querySelector("dialog[open]");
      if (!isElsewhere) area.current?.focus({ preventScroll: true });
    });
  }, [area, hasKeyboard, roomId]);
  useEffect(() => {
    if (target !== null) area.current?.focus({ preventScroll: true });
  }, [area, target]);
}
