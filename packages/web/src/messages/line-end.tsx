import type { RoomId } from "@parley/contract";
import { UndoSend } from "../organise/undo-send.tsx";
import { WaitingBar } from "../scheduled/waiting-bar.tsx";
import styles from "./line-end.module.css";

/** At the end of the line between the messages and the box: what was sent just now, and what is to be sent later. */
export function LineEnd({ roomId }: { roomId: RoomId }) {
  return (
    <span className={styles.end}>
      <UndoSend roomId={roomId} />
      <WaitingBar roomId={roomId} />
    </span>
  );
}
