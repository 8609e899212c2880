import type { Availability } from "@parley/contract";
import { type CSSProperties, type ReactNode, useState } from "react";
import styles from "./avatar.module.css";
import { classes } from "./classes.ts";
import { colourOf, initialsOf } from "./names.ts";

export interface AvatarProps {
  /** Gives the initials. */
  name: string;
  /** Gives the colour, for ever: an id; for a person with a picture, theirs. */
  seed: string;
  /** The version of their picture, if there is one. */
  picture?: string | undefined;
  /** Side in pixels. */
  size?: number;
  /** A place rather than a person. */
  isSquare?: boolean;
  /** A sign on its corner, told apart by shape as well; say it in words beside it. */
  availability?: Availability | undefined;
  /** Instead of the initials. */
  icon?: ReactNode;
}

/** Decoration beside a name that is there in words. */
export function Avatar({ name, seed, picture, size = 36, isSquare = false, availability, icon }: AvatarProps) {
  const style = { "--avatar-size": `${size}px`, "--avatar-colour": `var(--avatar-${colourOf(seed)})` };
  return (
    <span
      className={classes(styles.avatar, isSquare && styles.square)}
      style={style as CSSProperties}
      aria-hidden="true"
      // Shown by the style sheet: no text to be read out, copied or taken for a button's name.
      data-initials={icon === undefined ? initialsOf(name) : undefined}
    >
      {icon}
      {picture !== undefined && <Picture key={picture} src={`/avatars/${seed}/${picture}`} />}
      {availability !== undefined && availability !== "offline" && (
        <span className={classes(styles.dot, styles[availability])} />
      )}
    </span>
  );
}

/** Over the initials as soon as it is there; where it cannot be had, they stay. */
function Picture({ src }: { src: string }) {
  const [isLoaded, setLoaded] = useState(false);
  return (
    <img
      className={styles.picture}
      src={src}
      alt=""
      decoding="async"
      draggable={false}
      hidden={!isLoaded}
      onLoad={() => setLoaded(true)}
    />
  );
}
