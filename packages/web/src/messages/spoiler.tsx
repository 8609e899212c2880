import { type ReactNode, useState } from "react";
import { useWords } from "../words/use-words.ts";
import styles from "./spoiler.module.css";

export function Spoiler({ children }: { children: ReactNode }) {
  const words = useWords();
  const [isShown, setShown] = useState(false);
  if (isShown) return <span className={styles.shown}>{children}</span>;
  return (
    <button type="button" className={styles.hidden} aria-label={words.messages.spoiler} onClick={() => setShown(true)}>
      <span className={styles.text} aria-hidden="true" inert>
        {children}
      </span>
    </button>
  );
}
