import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import styles from "./entry-notice.module.css";

export interface EntryNoticeProps {
  icon: ReactNode;
  title: string;
  /** What happened, and what to do. */
  text: string;
  action?: { label: string; isBusy?: boolean; onSelect: () => void };
}

/** The same card with nothing to fill in: why one cannot go on here, and the way that is open. */
export function EntryNotice({ icon, title, text, action }: EntryNoticeProps) {
  const mark = (
    <span className={styles.mark} aria-hidden="true">
      {icon}
    </span>
  );
  return (
    <EntryFrame title={title} text={text} mark={mark}>
      {action && (
        <Button look="primary" isWide isBusy={action.isBusy === true} onClick={action.onSelect}>
          {action.label}
        </Button>
      )}
    </EntryFrame>
  );
}
