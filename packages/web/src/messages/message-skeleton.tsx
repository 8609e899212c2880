import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./message-skeleton.module.css";

const widths = [62, 38, 74, 51, 29, 66, 44];

/** The shape of a conversation that is on its way. */
export function MessageSkeleton() {
  const words = useWords();
  return (
    <div className={styles.list}>
      <Late label={words.app.loading}>
        {widths.map((width) => (
          <div key={width} className={styles.row}>
            <Skeleton width="36px" height="36px" isRound />
            <div className={styles.words}>
              <Skeleton width="120px" height="14px" />
              <Skeleton width={`${width}%`} height="16px" />
            </div>
          </div>
        ))}
      </Late>
    </div>
  );
}
