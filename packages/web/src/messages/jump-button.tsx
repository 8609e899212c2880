import { ArrowDown } from "lucide-react";
import { useWords } from "../words/use-words.ts";
import styles from "./jump-button.module.css";

/** Back to the newest, with how much of it is new. */
export function JumpButton({ unread, onPress }: { unread: number; onPress: () => void }) {
  const words = useWords();
  const label = unread > 0 ? words.messages.toNew(unread) : words.messages.toLatest;
  return (
    <button
      type="button"
      className={styles.button}
      onClick={onPress}
      aria-label={label}
      data-tooltip={words.messages.toLatest}
    >
      <ArrowDown size={18} aria-hidden="true" />
      {unread > 0 && <span className={styles.words}>{label}</span>}
    </button>
  );
}
