import type { TimelineRow } from "@parley/client";
import { Suspense, useState } from "react";
import { DayPicker } from "../screens.ts";
import { useWords } from "../words/use-words.ts";
import type { Collapse } from "./list-items.ts";
import styles from "./separators.module.css";
import { useDayLabel } from "./use-day-label.ts";

/** Before the first message of a day. */
export function DaySeparator({ at }: { at: number }) {
  return (
    <h2 className={styles.separator}>
      <DayButton at={at} className={styles.day} />
    </h2>
  );
}

/** Hangs at the top and names the day of what is below it. */
export function StickyDay({ at }: { at: number }) {
  return (
    <div className={styles.sticky} aria-hidden="true">
      <DayButton at={at} className={styles.pill} />
    </div>
  );
}

/** A press leads to other days. Not by Tab, which would stop at each: there the room's menu has the same. */
function DayButton({ at, className }: { at: number; className: string | undefined }) {
  const label = useDayLabel(at);
  const { toDay } = useWords().messages;
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={className}
        aria-haspopup="dialog"
        data-tooltip={toDay}
        onClick={(event) => setOpener(event.currentTarget)}
      >
        {label}
      </button>
      <Suspense fallback={null}>
        {opener && <DayPicker place={opener} at={at} onClose={() => setOpener(null)} />}
      </Suspense>
    </>
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
