import { fullEmoji } from "@parley/contract";
import { Suspense, useCallback, useState } from "react";
import { EmojiPopover } from "../emoji/lazy-emoji-popover.ts";
import styles from "./emoji-choice.module.css";

export interface EmojiChoiceProps {
  label: string;
  emoji: string;
  isDisabled?: boolean;
  /** Undefined for one of the server's own: not everybody's device has a word for it. */
  onChoose: (emoji: string | undefined) => void;
}

/** The emoji that a sticker stands for; a press opens the picker. */
export function EmojiChoice({ label, emoji, isDisabled = false, onChoose }: EmojiChoiceProps) {
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const close = useCallback(() => setOpener(null), []);
  return (
    <>
      <button
        type="button"
        className={styles.choice}
        aria-label={label}
        disabled={isDisabled}
        aria-haspopup="dialog"
        aria-expanded={opener !== null}
        onClick={(event) => setOpener(event.currentTarget)}
      >
        {emoji}
      </button>
      <Suspense fallback={null}>
        {opener && (
          <EmojiPopover
            at={opener}
            onPick={(picked) => {
              close();
              onChoose(fullEmoji(picked));
            }}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}
