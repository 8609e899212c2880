import type { User } from "@parley/contract";
import { X } from "lucide-react";
import { useWords } from "../words/use-words.ts";
import styles from "./people-picker.module.css";

/** Somebody who was picked; a press gives them back. */
export function PersonChip({ user, onRemove }: { user: User; onRemove: () => void }) {
  const { people } = useWords();
  return (
    <button type="button" className={styles.chip} aria-label={people.remove(user.name)} onClick={onRemove}>
      <span className={styles.chipName} dir="auto">
        {user.name}
      </span>
      <X size={14} aria-hidden="true" />
    </button>
  );
}
