import styles from "./badge.module.css";
import { classes } from "./classes.ts";

export interface BadgeProps {
  count: number;
  /** What is counted, for screen readers, such as "3 unread messages". */
  label: string;
  /** It asks for attention: somebody means you. */
  isStrong?: boolean;
}

/** A count; nothing at zero, "999+" where counting stops. */
export function Badge({ count, label, isStrong = false }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span className={classes(styles.badge, isStrong && styles.strong)} role="img" aria-label={label}>
      {count > 999 ? "999+" : count}
    </span>
  );
}
