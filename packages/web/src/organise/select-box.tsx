import type { TimelineRow } from "@parley/client";
import { Check } from "lucide-react";
import { useWords } from "../words/use-words.ts";
import styles from "./select-box.module.css";
import type { Selection } from "./selection.ts";

export interface SelectBoxProps {
  row: TimelineRow;
  selection: Selection;
}

/** Lies over the whole row: while messages are chosen, a press anywhere on one chooses it. */
export function SelectBox({ row, selection }: SelectBoxProps) {
  const { organise } = useWords();
  const isChosen = selection.keys.has(row.key);
  return (
    <label className={styles.cover} data-chosen={isChosen}>
      <input
        type="checkbox"
        className={styles.input}
        aria-label={organise.choose}
        checked={isChosen}
        onChange={() => selection.toggle(row)}
      />
      <span className={styles.box} aria-hidden="true">
        {isChosen && <Check size={16} strokeWidth={3} />}
      </span>
    </label>
  );
}
