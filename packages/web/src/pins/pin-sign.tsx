import { Pin } from "lucide-react";
import { useWords } from "../words/use-words.ts";
import styles from "./pin-sign.module.css";

/** On a message that is pinned. */
export function PinSign() {
  const { pinnedSign } = useWords().organise;
  return (
    <span className={styles.sign} role="img" aria-label={pinnedSign} data-tooltip={pinnedSign}>
      <Pin size={14} aria-hidden="true" />
    </span>
  );
}
