import { CloudOff } from "lucide-react";
import styles from "./splash.module.css";
import { EmptyState } from "./ui/empty-state.tsx";
import { Late, Skeleton } from "./ui/skeleton.tsx";
import { useClientState } from "./use-client-state.ts";
import { useWords } from "./words/use-words.ts";

/** Before anything is known: the shape of what comes, or why nothing comes. */
export function Splash() {
  const words = useWords();
  const isOffline = useClientState((state) => state.connection.status === "offline" && state.me === null);
  if (isOffline) {
    return (
      <main className={styles.centre}>
        <EmptyState icon={<CloudOff size={28} />} title={words.app.cannotReach} text={words.app.cannotReachText} />
      </main>
    );
  }
  return (
    <main>
      <Late label={words.app.loading}>
        <div className={styles.splash}>
          <div className={styles.places}>
            <Skeleton width="120px" height="24px" />
            <Skeleton width="100%" height="36px" />
            {[70, 55, 80, 45, 65, 60].map((width) => (
              <div key={width} className={styles.row}>
                <Skeleton width="40px" height="40px" isRound />
                <Skeleton width={`${width}%`} height="16px" />
              </div>
            ))}
          </div>
        </div>
      </Late>
    </main>
  );
}
