import type { User } from "@parley/contract";
import { useEffect, useRef } from "react";
import { Avatar } from "../ui/avatar.tsx";
import { classes } from "../ui/classes.ts";
import styles from "./people-picker.module.css";

export interface PersonOptionProps {
  id: string;
  user: User;
  /** Enter takes this one. */
  isActive: boolean;
  onTake: () => void;
}

/** The focus stays in the box above: keys are heard there. */
export function PersonOption({ id, user, isActive, onTake }: PersonOptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the box does the same.
    <div
      ref={option}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes(styles.option, isActive && styles.active)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <Avatar name={user.name} seed={user.id} picture={user.avatar} size={36} />
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          {user.name}
        </span>
        <span className={styles.handle}>@{user.handle}</span>
      </span>
    </div>
  );
}
