import { type CSSProperties, memo } from "react";
import { useWords } from "../words/use-words.ts";
import type { Emoji } from "./emoji-data.ts";
import styles from "./emoji-grid.module.css";
import { EmojiSign } from "./emoji-sign.tsx";
import { OWN_GROUP } from "./own-emoji.ts";
import type { EmojiSection as Section } from "./sections.ts";
import { type SkinTone, toned } from "./skin-tones.ts";

/** In each row; the style sheet has the same number. */
const COLUMNS = 8;

export interface EmojiSectionProps {
  section: Section;
  tone: SkinTone;
  /** The place of its first emoji among all that are shown. */
  from: number;
}

/** One heading's emoji, in rows of eight. It has its whole height before anything in it is drawn. */
export const EmojiSection = memo(function EmojiSection({ section: { id, emoji }, tone, from }: EmojiSectionProps) {
  const { sections } = useWords().emoji;
  const rows = rowsOf(emoji);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's part in a grid of buttons.
    <div
      role="rowgroup"
      aria-label={sections[id]}
      data-section={id}
      className={styles.section}
      style={{ "--rows": rows.length } as CSSProperties}
    >
      <div aria-hidden="true" className={styles.heading}>
        {sections[id]}
      </div>
      {rows.map((row, at) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus.
        <div key={row[0]?.emoji} role="row" className={styles.row}>
          {row.map((one, column) => (
            // biome-ignore lint/a11y/useSemanticElements: a button that stands in a grid.
            <button
              key={one.emoji}
              type="button"
              role="gridcell"
              tabIndex={-1}
              aria-label={one.label}
              data-at={from + at * COLUMNS + column}
              className={styles.cell}
            >
              {one.group === OWN_GROUP ? <EmojiSign emoji={one.emoji} /> : toned(one, tone)}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
});

function rowsOf(emoji: readonly Emoji[]): Emoji[][] {
  const rows: Emoji[][] = [];
  for (let at = 0; at < emoji.length; at += COLUMNS) rows.push(emoji.slice(at, at + COLUMNS));
  return rows;
}
