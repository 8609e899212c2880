import { classes } from "../ui/classes.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./status-dialog.module.css";

const emoji = ["💬", "🎯", "🗓️", "🎧", "🏠", "🚗", "✈️", "🏖️", "🥪", "☕", "🤒", "🎉", "📚", "🌙", "⏳"] as const;

/** One emoji to stand before a status, or none. */
export function EmojiField({ value, onChange }: { value: string; onChange: (emoji: string) => void }) {
  const { status: words } = useWords();
  const offered: readonly string[] =
    value === "" || (emoji as readonly string[]).includes(value) ? emoji : [value, ...emoji];
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{words.emoji}</legend>
      <div className={styles.grid}>
        {["", ...offered].map((one) => (
          <label key={one} className={classes(styles.emoji, one === value && styles.chosen)}>
            <input
              type="radio"
              name="status-emoji"
              className={styles.input}
              value={one}
              checked={one === value}
              aria-label={one === "" ? words.noEmoji : one}
              onChange={() => onChange(one)}
            />
            <span aria-hidden="true">{one === "" ? "–" : one}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
