import type { RoomEntry } from "@parley/client";
import { useRoomTitle } from "../rooms/use-room-title.ts";
import { Spinner } from "../ui/spinner.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./room-start.module.css";

/** Height that the list keeps free above its first row, whatever stands there: nothing may move when that changes. */
const ROOM_START_PX = 104;

/** A thread begins with its message, which stands over the list. */
export function startPxOf({ state }: RoomEntry): number {
  return state.room.thread === undefined ? ROOM_START_PX : 8;
}

interface RoomStartProps {
  entry: RoomEntry;
  isStart: boolean;
  /** Whether the first row is in the page. */
  isNear: boolean;
}

/** Above the first row: that more is coming, or that this is where the room begins. */
export function RoomStart({ entry, isStart, isNear }: RoomStartProps) {
  const words = useWords();
  const title = useRoomTitle(entry);
  const { room, lastSeq } = entry.state;
  if (!isStart) {
    // Out of sight it would turn all the same, and every turn is a frame that somebody's battery pays for.
    if (!isNear) return null;
    return (
      <div className={styles.start}>
        <span className={styles.more}>
          <Spinner />
          <VisuallyHidden>{words.messages.loadingOlder}</VisuallyHidden>
        </span>
      </div>
    );
  }
  if (room.thread !== undefined) return null;
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
