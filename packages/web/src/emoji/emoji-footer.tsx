import { useRef, useState } from "react";
import { classes } from "../ui/classes.ts";
import { useWords } from "../words/use-words.ts";
import type { Emoji } from "./emoji-data.ts";
import styles from "./emoji-footer.module.css";
import { EmojiSign } from "./emoji-sign.tsx";
import { type SkinTone, skinTones, toned } from "./skin-tones.ts";

const hand = { emoji: "✋", pale: "✋🏻" };

export interface EmojiFooterProps {
  /** Under the pointer, or with the focus. */
  shown: Emoji | null;
  tone: SkinTone;
  onTone: (tone: SkinTone) => void;
}

/** What one is about to pick, by name; and the colour of hands and faces. */
export function EmojiFooter({ shown, tone, onTone }: EmojiFooterProps) {
  const { emoji: words } = useWords();
  const [isChoosing, setChoosing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const choose = (next: SkinTone) => {
    onTone(next);
    setChoosing(false);
    opener.current?.focus();
  };
  return (
    <div className={styles.footer}>
      {isChoosing ? (
        <fieldset className={styles.tones}>
          <legend className={styles.legend}>{words.tone}</legend>
          {skinTones.map((one, at) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === tone}
              aria-label={words.tones[at]}
              className={styles.tone}
              onClick={() => choose(one)}
            >
              {toned(hand, one)}
            </button>
          ))}
        </fieldset>
      ) : (
        <Shown shown={shown} tone={tone} />
      )}
      <button
        ref={opener}
        type="button"
        className={classes(styles.tone, styles.opener)}
        aria-label={words.tone}
        aria-expanded={isChoosing}
        data-tooltip={words.tone}
        onClick={() => setChoosing(!isChoosing)}
      >
        {toned(hand, tone)}
      </button>
    </div>
  );
}

/** For the eye: whoever listens hears the name of each. */
function Shown({ shown, tone }: { shown: Emoji | null; tone: SkinTone }) {
  const [code] = shown?.codes ?? [];
  return (
    <div className={styles.shown} aria-hidden="true">
      {shown && (
        <span className={styles.emoji}>
          <EmojiSign emoji={toned(shown, tone)} />
        </span>
      )}
      <span className={styles.names}>
        <span className={styles.name}>{shown?.label}</span>
        <span className={styles.code}>{code === undefined ? "" : `:${code}:`}</span>
      </span>
    </div>
  );
}
