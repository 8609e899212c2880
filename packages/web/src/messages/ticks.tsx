import { type TimelineRow, tick } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { Check, CheckCheck, CircleAlert, Clock } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "../ui/classes.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";
import styles from "./ticks.module.css";

type Progress = "waiting" | "sending" | "failed" | "stored" | "delivered" | "read";

/** How far a message of mine has come: clock, ✓ stored, ✓✓ delivered, ✓✓ in colour read. */
export function Ticks({ roomId, row }: { roomId: RoomId; row: TimelineRow }) {
  const words = useWords();
  const progress = useProgress(roomId, row);
  return (
    <span
      className={classes(styles.ticks, styles[progress])}
      data-status={progress}
      data-tooltip={says(words, progress)}
    >
      {signs[progress]}
      <VisuallyHidden>{says(words, progress)}</VisuallyHidden>
    </span>
  );
}

const SIZE = 15;
const signs: Record<Progress, ReactNode> = {
  waiting: <Clock size={SIZE} />,
  sending: <Clock size={SIZE} />,
  failed: <CircleAlert size={SIZE} />,
  stored: <Check size={SIZE} />,
  delivered: <CheckCheck size={SIZE} />,
  read: <CheckCheck size={SIZE} />,
};

function useProgress(roomId: RoomId, row: TimelineRow): Progress {
  return useClientState((state) => {
    // Slow mode lets a message wait, too.
    if (row.status === "waiting" && state.connection.status === "live") return "sending";
    if (row.status !== "stored") return row.status;
    const entry = state.rooms.get(roomId);
    return entry ? tick(state, entry, row.message) : "stored";
  });
}

function says(words: Words, progress: Progress): string {
  return progress === "failed" ? words.messages.failedShort : words.messages[progress];
}
