import type { RoomEntry } from "@parley/client";
import { useRoomTitle } from "../rooms/use-room-title.ts";
import { Spinner } from "../ui/spinner.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./room-start.module.css";

/** Height that the list keeps free above its first row, whatever stands there: nothing may move when that changes. */
export const ROOM_START_PX = 104;

/** Above the first row: that more is coming, or that this is where the room begins. */
export function RoomStart({ entry, isStart }: { entry: RoomEntry; isStart: boolean }) {
  const words = useWords();
  const title = useRoomTitle(entry);
  const { room, lastSeq } = entry.state;
  if (!isStart) {
    return (
      <div className={styles.start}>
        <span className={styles.more}>
          <Spinner />
          <VisuallyHidden>{words.messages.loadingOlder}</VisuallyHidden>
        </span>
      </div>
    );
  }
  return (
    <div className={styles.start}>
      <h2 className={styles.title}>
        <bdi>{words.messages.startTitle(title)}</bdi>
      </h2>
      <p className={styles.text}>
        {room.kind === "direct" ? words.messages.startDirect : words.messages.startText}
        {lastSeq === 0 && room.kind !== "direct" ? ` ${words.messages.emptyInvite}` : ""}
      </p>
    </div>
  );
}
