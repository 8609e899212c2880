import type { RoomId } from "@parley/contract";
import { Clock } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Apart } from "../ui/apart.tsx";
import { classes } from "../ui/classes.ts";
import { useNow } from "../use-now.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { usePlaceTitle } from "./use-place-title.ts";
import { useWaiting } from "./use-waiting.ts";
import styles from "./waiting-bar.module.css";
import { whenName } from "./when-name.ts";

const ScheduledDialog = lazy(async () => ({ default: (await import("./scheduled-dialog.tsx")).ScheduledDialog }));

/** How many messages wait in this conversation, and when the next one goes; it opens the list of them. */
export function WaitingBar({ roomId }: { roomId: RoomId }) {
  const { scheduled: words } = useWords();
  const here = useWaiting().filter((one) => one.roomId === roomId);
  const [isListed, setListed] = useState(false);
  const refused = here.filter(({ refusal }) => refusal !== undefined).length;
  return (
    <>
      {here.length > 0 && (
        <button
          type="button"
          className={classes(styles.bar, refused > 0 && styles.refused)}
          aria-haspopup="dialog"
          onClick={() => setListed(true)}
        >
          <Clock size={14} aria-hidden="true" className={styles.icon} />
          <span className={styles.count}>{refused > 0 ? words.notSent(refused) : words.count(here.length)}</span>
          {refused === 0 && <Next roomId={roomId} times={here.map(({ sendAt }) => sendAt)} />}
        </button>
      )}
      <Suspense fallback={null}>
        {isListed && (
          <Apart>
            <ScheduledDialog roomId={roomId} onClose={() => setListed(false)} />
          </Apart>
        )}
      </Suspense>
    </>
  );
}

/** When the next one goes; what waits for somebody comes after what has a time. */
function Next({ roomId, times }: { roomId: RoomId; times: readonly (number | null)[] }) {
  const words = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const name = usePlaceTitle(roomId) ?? "";
  const known = times.filter((at) => at !== null);
  const next = known.length === 0 ? null : Math.min(...known);
  return <span className={styles.when}>{whenName(words, next, { name, now, language })}</span>;
}
