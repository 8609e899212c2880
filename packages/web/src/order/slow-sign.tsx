import type { RoomEntry } from "@parley/client";
import { timeLeft } from "../account/time-left.ts";
import { useMe } from "../use-client-state.ts";
import { useNow } from "../use-now.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./slow-sign.module.css";

/** How long until my next message goes out in a slow room; nothing when it is my turn. What I send before waits. */
export function SlowSign({ entry }: { entry: RoomEntry }) {
  const { order } = useWords();
  const me = useMe();
  const now = useNow(1_000);
  const mine = entry.window?.messages.findLast((message) => message.senderId === me?.id);
  const { slowModeMs } = entry.state.room.rules;
  const left = mine === undefined ? 0 : Math.min(slowModeMs, mine.sentAt + slowModeMs - now);
  if (left <= 0) return null;
  return (
    <span className={styles.left} role="timer" aria-live="off" data-tooltip={order.silence.wait(timeLeft(left))}>
      {timeLeft(left)}
    </span>
  );
}
