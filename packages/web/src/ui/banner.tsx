import type { ReactNode } from "react";
import styles from "./banner.module.css";
import { classes } from "./classes.ts";

export interface BannerProps {
  kind: "info" | "warning" | "danger";
  children: ReactNode;
  actions?: ReactNode;
}

/** A sentence that stays while it is true. A dangerous one interrupts screen readers. */
export function Banner({ kind, children, actions }: BannerProps) {
  return (
    <div className={classes(styles.banner, styles[kind])} role={kind === "danger" ? "alert" : "status"}>
      <span className={styles.text}>{children}</span>
      {actions}
    </div>
  );
}
