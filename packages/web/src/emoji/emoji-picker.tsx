import { useId, useRef, useState } from "react";
import { RetryBanner } from "../ui/retry-banner.tsx";
import { Late } from "../ui/skeleton.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useWords } from "../words/use-words.ts";
import type { Emoji } from "./emoji-data.ts";
import { EmojiFooter } from "./emoji-footer.tsx";
import { EmojiGrid } from "./emoji-grid.tsx";
import styles from "./emoji-picker.module.css";
import { firstCell, focusCell } from "./grid-keys.ts";
import { PickerSearch } from "./picker-search.tsx";
import { SectionBar } from "./section-bar.tsx";
import type { SectionId } from "./sections.ts";
import { type EmojiPickerState, useEmojiPicker } from "./use-emoji-picker.ts";

export interface EmojiPickerProps {
  onPick: (emoji: string) => void;
}

/**
 * Choose an emoji: by looking, by searching in one's own language, by keyboard. Made to stand in a popover
 * (`EmojiPopover`); it has its whole size at once.
 */
export function EmojiPicker({ onPick }: EmojiPickerProps) {
  const { emoji: words } = useWords();
  const gridId = useId();
  const search = useRef<HTMLInputElement>(null);
  const kept = useRef<HTMLElement>(null);
  const picker = useEmojiPicker(onPick);
  const [shown, setShown] = useState<Emoji | null>(null);
  const [current, setCurrent] = useState<SectionId | null>(null);
  const { sections, found } = picker;
  const toGrid = () => {
    const cell = firstCell(document.getElementById(gridId));
    if (cell) focusCell(cell);
    return cell !== null;
  };
  return (
    <div className={styles.picker}>
      <PickerSearch ref={search} label={words.search} gridId={gridId} picker={picker} toGrid={toGrid} />
      <SectionBar
        sections={picker.whole ?? []}
        current={found ? null : (current ?? sections?.[0]?.id ?? null)}
        onGo={picker.goTo}
      />
      {sections && found?.length !== 0 ? (
        <EmojiGrid
          // What was found is looked at from its top.
          key={found ? picker.asked : ""}
          id={gridId}
          sections={sections}
          tone={picker.tone}
          goal={picker.goal}
          kept={kept}
          onPick={picker.pick}
          onShow={setShown}
          onScrolledTo={setCurrent}
          onLeave={() => search.current?.focus()}
        />
      ) : (
        <InPlaceOfGrid picker={picker} />
      )}
      <EmojiFooter shown={shown} tone={picker.tone} onTone={picker.changeTone} />
      <Result picker={picker} />
    </div>
  );
}

function InPlaceOfGrid({ picker }: { picker: EmojiPickerState }) {
  const { emoji: words } = useWords();
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

/** For those who listen: what is seen tells by itself. */
function Result({ picker: { found, asked } }: { picker: EmojiPickerState }) {
  const { emoji: words } = useWords();
  const text = found && (found.length === 0 ? words.none(asked) : words.found(found.length));
  return (
    <div role="status" className={styles.status}>
      <VisuallyHidden>{text}</VisuallyHidden>
    </div>
  );
}
