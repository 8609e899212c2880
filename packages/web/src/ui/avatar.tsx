import type { CSSProperties, ReactNode } from "react";
import styles from "./avatar.module.css";
import { classes } from "./classes.ts";
import { colourOf, initialsOf } from "./names.ts";

export interface AvatarProps {
  /** Gives the initials. */
  name: string;
  /** Gives the colour, for ever: an id. */
  seed: string;
  /** Side in pixels. */
  size?: number;
  /** A place rather than a person. */
  isSquare?: boolean;
  /** A green dot; say it in words beside it. */
  isOnline?: boolean;
  /** Instead of the initials. */
  icon?: ReactNode;
}

/** Decoration beside a name that is there in words. */
export function Avatar({ name, seed, size = 36, isSquare = false, isOnline = false, icon }: AvatarProps) {
  const style = { "--avatar-size": `${size}px`, "--avatar-colour": `var(--avatar-${colourOf(seed)})` };
  return (
    <span
      className={classes(styles.avatar, isSquare && styles.square)}
      style={style as CSSProperties}
      aria-hidden="true"
    >
      {icon ?? initialsOf(name)}
      {isOnline && <span className={styles.dot} />}
    </span>
  );
}
