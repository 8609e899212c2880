import type { TimelineRow } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useClient } from "../client-context.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./delete-dialog.module.css";
import { previewOf } from "./parsed.ts";

/** What every dialog about one message is given. */
export interface AboutMessageProps {
  row: TimelineRow;
  roomId: RoomId;
  onClose: () => void;
}

/** Asks once before a message is gone for everybody. */
export function DeleteDialog({ row, roomId, onClose }: AboutMessageProps) {
  const words = useWords();
  const client = useClient();
  const remove = () => {
    void client.remove(roomId, row.message.id);
    onClose();
  };
  return (
    <Dialog
      title={words.deeds.deleteTitle}
      onClose={onClose}
      onSubmit={remove}
      footer={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button look="danger" type="submit">
            {words.app.delete}
          </Button>
        </>
      }
    >
      <p>{words.deeds.deleteText}</p>
      <blockquote className={styles.quote} dir="auto">
        {previewOf(words, row.message)}
      </blockquote>
    </Dialog>
  );
}
