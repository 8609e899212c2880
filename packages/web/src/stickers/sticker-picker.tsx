import type { Sticker } from "@parley/contract";
import { useId, useRef, useState } from "react";
import styles from "../emoji/emoji-picker.module.css";
import { firstCell, focusCell } from "../emoji/grid-keys.ts";
import { PickerSearch } from "../emoji/picker-search.tsx";
import { RetryBanner } from "../ui/retry-banner.tsx";
import { Late } from "../ui/skeleton.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useWords } from "../words/use-words.ts";
import { SetBar } from "./set-bar.tsx";
import { StickerGrid } from "./sticker-grid.tsx";
import { type StickerPickerState, useStickerPicker } from "./use-sticker-picker.ts";

export interface StickerPickerProps {
  onPick: (sticker: Sticker) => void;
}

/** Choose a sticker: by looking, by searching in one's own language, by keyboard. It has its whole size at once. */
export function StickerPicker({ onPick }: StickerPickerProps) {
  const { stickers: words } = useWords();
  const gridId = useId();
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const kept = useRef<HTMLElement>(null);
  const picker = useStickerPicker(onPick);
  const [current, setCurrent] = useState<string | null>(null);
  const { sections, found, whole } = picker;
  const go = (cell: HTMLElement | null) => {
    if (cell) focusCell(cell);
    return cell !== null;
  };
  return (
    <div className={styles.stickers}>
      <PickerSearch
        ref={search}
        label={words.search}
        gridId={gridId}
        picker={picker}
        toGrid={() => go(firstCell(grid.current))}
      />
      <SetBar
        sections={whole ?? []}
        current={found ? null : (current ?? whole?.[0]?.id ?? null)}
        onGo={(id) => {
          picker.setQuery("");
          const section = grid.current?.querySelector(`[data-section="${id}"]`);
          section?.scrollIntoView({ block: "start" });
          go(firstCell(section ?? null));
        }}
      />
      {sections && found?.length !== 0 ? (
        <StickerGrid
          // What was found is looked at from its top.
          key={found ? picker.asked : ""}
          ref={grid}
          id={gridId}
          sections={sections}
          kept={kept}
          onPick={picker.pick}
          onScrolledTo={setCurrent}
          onLeave={() => search.current?.focus()}
        />
      ) : (
        <InPlaceOfGrid picker={picker} />
      )}
      <div role="status" className={styles.status}>
        <VisuallyHidden>
          {found && (found.length === 0 ? words.none(picker.asked) : words.found(found.length))}
        </VisuallyHidden>
      </div>
    </div>
  );
}

function InPlaceOfGrid({ picker }: { picker: StickerPickerState }) {
  const { stickers: words } = useWords();
  if (picker.found) return <p className={styles.empty}>{words.none(picker.asked)}</p>;
  return (
    <div className={styles.waiting}>
      {picker.hasFailed ? (
        <RetryBanner text={words.failed} onRetry={picker.reload} />
      ) : (
        <Late label={words.loading}>
          <div className={styles.skeleton} />
        </Late>
      )}
    </div>
  );
}
