import type { CSSProperties, ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./skeleton.module.css";

/** A block with the size of what will stand there. */
export function Skeleton({ width, height, isRound }: { width: string; height: string; isRound?: boolean }) {
  const style = { "--skeleton-width": width, "--skeleton-height": height };
  return <span className={classes(styles.skeleton, isRound && styles.round)} style={style as CSSProperties} />;
}

/** Takes its room at once but is seen only after 150 ms. */
export function Late({ children, label }: { children: ReactNode; label: string }) {
  return (
    <div className={styles.late} role="status" aria-label={label}>
      {children}
    </div>
  );
}
