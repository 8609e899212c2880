import type { Sticker, StickerOfSet } from "@parley/contract";
import { type CSSProperties, memo, type RefObject, useEffect, useState } from "react";
import { focusFirstCell, keepReachable, onGridKey } from "../emoji/grid-keys.ts";
import { useKeptFocus } from "../ui/use-kept-focus.ts";
import { useMedia } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./sticker-grid.module.css";
import type { StickerSection } from "./sticker-sections.ts";
import { smallUrl, stickerUrl } from "./sticker-urls.ts";
import { useSetName } from "./use-set-name.ts";

/** In each row; the style sheet has the same number. */
const COLUMNS = 4;

export interface StickerGridProps {
  ref: RefObject<HTMLDivElement | null>;
  id: string;
  sections: readonly StickerSection[];
  /** What had the focus when another grid stood here. */
  kept: RefObject<HTMLElement | null>;
  onPick: (sticker: Sticker) => void;
  onScrolledTo: (section: string) => void;
  /** A key that is for the search. */
  onLeave: () => void;
}

/** Everything there is, in rows of four under headings. */
export function StickerGrid({ ref, id, sections, kept, onPick, onScrolledTo, onLeave }: StickerGridProps) {
  const { stickers: words } = useWords();
  useEffect(() => {
    if (ref.current && sections) keepReachable(ref.current, null);
  }, [ref, sections]);
  useKeptFocus(ref, kept, focusFirstCell);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table does not promise that arrows move in it.
    <div
      ref={ref}
      id={id}
      role="grid"
      aria-label={words.title}
      // Reached by Tab through one of its cells.
      tabIndex={-1}
      className={styles.grid}
      onFocus={(event) => {
        const cell = event.target.closest<HTMLElement>("[role=gridcell]");
        if (cell) keepReachable(event.currentTarget, cell);
      }}
      onKeyDown={(event) => {
        if (onGridKey(event)) return;
        if (event.key === "ArrowUp") event.preventDefault();
        if (event.key === "ArrowUp" || event.key === "Backspace" || /^[^ ]$/u.test(event.key)) onLeave();
      }}
      onScroll={(event) => {
        const { scrollTop } = event.currentTarget;
        const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-section]")];
        const top = all.findLast(({ offsetTop }) => offsetTop <= scrollTop + 1)?.dataset.section;
        if (top !== undefined) onScrolledTo(top);
      }}
    >
      {sections.map((section) => (
        <Section key={section.id} section={section} onPick={onPick} />
      ))}
    </div>
  );
}

/** It has its whole height before anything in it is drawn. */
function Section({ section, onPick }: { section: StickerSection; onPick: (sticker: Sticker) => void }) {
  const name = useSetName()(section);
  const rows = rowsOf(section.stickers);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's part in a grid of buttons.
    <div
      role="rowgroup"
      aria-label={name}
      data-section={section.id}
      className={styles.section}
      style={{ "--rows": rows.length } as CSSProperties}
    >
      <div aria-hidden="true" className={styles.heading}>
        {name}
      </div>
      {rows.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus.
        <div key={row[0]?.stickerId} role="row" className={styles.row}>
          {row.map((sticker) => (
            <Cell key={sticker.stickerId} sticker={sticker} onPick={onPick} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** It moves while it is looked at, where motion is wanted. */
const Cell = memo(function Cell({ sticker, onPick }: { sticker: StickerOfSet; onPick: (sticker: Sticker) => void }) {
  const { messages } = useWords();
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const [isLookedAt, setLookedAt] = useState(false);
  const isMoving = sticker.isAnimated === true && isLookedAt && !isStill;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button that stands in a grid.
    <button
      type="button"
      role="gridcell"
      tabIndex={-1}
      aria-label={[messages.sticker(sticker.emoji), sticker.words ?? []].flat().join(", ")}
      className={styles.cell}
      onClick={() => onPick(sticker)}
      onPointerEnter={() => setLookedAt(true)}
      onPointerLeave={() => setLookedAt(false)}
      onFocus={() => setLookedAt(true)}
      onBlur={() => setLookedAt(false)}
    >
      <img
        src={isMoving ? stickerUrl(sticker) : smallUrl(sticker)}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        className={styles.picture}
      />
    </button>
  );
});

function rowsOf(stickers: readonly StickerOfSet[]): StickerOfSet[][] {
  const rows: StickerOfSet[][] = [];
  for (let at = 0; at < stickers.length; at += COLUMNS) rows.push(stickers.slice(at, at + COLUMNS));
  return rows;
}
