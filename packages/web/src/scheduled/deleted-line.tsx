import { Button } from "../ui/button.tsx";
import { useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./scheduled-dialog.module.css";

/** What was just deleted here. */
export interface Deleted {
  /** Has it wait again; null for what cannot. */
  readonly undo: (() => Promise<unknown>) | null;
}

export interface DeletedLineProps {
  deleted: Deleted | null;
  onUndone: () => void;
}

/** Says that it is deleted, and offers it back: in the dialog, as nothing outside of it can be pressed while it is open. */
export function DeletedLine({ deleted, onUndone }: DeletedLineProps) {
  const words = useWords();
  const action = useAction();
  const undo = deleted?.undo;
  return (
    <div className={styles.deleted} role="status">
      {deleted && <span>{action.error ?? words.scheduled.removed}</span>}
      {undo && (
        <Button
          look="quiet"
          isSmall
          isBusy={action.isBusy}
          onClick={() => void action.run(undo).then((isDone) => isDone && onUndone())}
        >
          {words.app.undo}
        </Button>
      )}
    </div>
  );
}
