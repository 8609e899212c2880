import type { Sticker } from "@parley/contract";
import { type KeyboardEvent, lazy, Suspense, useId, useState } from "react";
import { classes } from "../ui/classes.ts";
import { useMe } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import { EmojiPicker } from "./emoji-picker.tsx";
import { keepTab, lastTab, type PickerTab, pickerTabs } from "./picker-tab.ts";
import styles from "./picker-tabs.module.css";

const StickerPicker = lazy(async () => ({ default: (await import("../stickers/sticker-picker.tsx")).StickerPicker }));

export interface PickerTabsProps {
  onPick: (emoji: string) => void;
  onSticker: (sticker: Sticker) => void;
}

/** Emoji and, beside them, stickers; the one that was open last. */
export function PickerTabs({ onPick, onSticker }: PickerTabsProps) {
  const words = useWords();
  const person = useMe()?.id ?? "";
  const id = useId();
  const [tab, setTab] = useState<PickerTab>(() => lastTab(person));
  const labels: Record<PickerTab, string> = { emoji: words.emoji.title, stickers: words.stickers.title };
  const change = (next: PickerTab) => {
    setTab(next);
    keepTab(person, next);
  };
  return (
    <div className={styles.whole}>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className={styles.panel}>
        {tab === "emoji" ? (
          <EmojiPicker onPick={onPick} />
        ) : (
          <Suspense fallback={<div className={styles.place} />}>
            <StickerPicker onPick={onSticker} />
          </Suspense>
        )}
      </div>
      <div
        role="tablist"
        aria-label={words.stickers.tabs}
        className={styles.tabs}
        onKeyDown={(event) => onTabKey(event, change)}
      >
        {pickerTabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}-${one}`}
            data-tab={one}
            aria-selected={one === tab}
            aria-controls={`${id}-panel`}
            tabIndex={one === tab ? 0 : -1}
            className={classes(styles.tab, one === tab && styles.chosen)}
            onClick={() => change(one)}
          >
            {labels[one]}
          </button>
        ))}
      </div>
    </div>
  );
}

function onTabKey(event: KeyboardEvent<HTMLElement>, change: (tab: PickerTab) => void): void {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  const other = event.currentTarget.querySelector<HTMLElement>("[aria-selected=false]");
  const name = pickerTabs.find((one) => one === other?.dataset.tab);
  if (name === undefined) return;
  event.preventDefault();
  change(name);
  other?.focus();
}
