import type { TimelineRow } from "@parley/client";
import { useNow } from "../use-now.ts";
import { dayName, daysBetween } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import type { Collapse } from "./list-items.ts";
import styles from "./separators.module.css";

/** Before the first message of a day. */
export function DaySeparator({ at }: { at: number }) {
  const label = useDayLabel(at);
  return (
    <h2 className={styles.separator}>
      <span className={styles.day}>{label}</span>
    </h2>
  );
}

/** Hangs at the top and names the day of what is below it. */
export function StickyDay({ at }: { at: number }) {
  const label = useDayLabel(at);
  return (
    <div className={styles.sticky} aria-hidden="true">
      <span className={styles.pill}>{label}</span>
    </div>
  );
}

export function NewDivider() {
  const words = useWords();
  return (
    <h2 className={styles.divider}>
      <span>{words.messages.newMessages}</span>
    </h2>
  );
}

export interface CollapsedRunProps {
  why: Collapse;
  rows: readonly TimelineRow[];
  onReveal: (rows: readonly TimelineRow[]) => void;
}

/** Messages one after the other that are one line: their time was over, or I blocked who wrote them. */
export function CollapsedRun({ why, rows, onReveal }: CollapsedRunProps) {
  const { messages } = useWords();
  if (why === "disappeared") return <p className={styles.run}>{messages.disappeared(rows.length)}</p>;
  return (
    <p className={styles.run}>
      {messages.fromBlocked(rows.length)}
      <button type="button" className={styles.show} onClick={() => onReveal(rows)}>
        {messages.showBlocked}
      </button>
    </p>
  );
}

function useDayLabel(at: number): string {
  const words = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const days = daysBetween(at, now);
  if (days === 0) return words.messages.today;
  return days === 1 ? words.messages.yesterday : dayName(at, now, language);
}
