import type { ReactNode } from "react";
import styles from "./item-row.module.css";

export interface ItemRowProps {
  picture: ReactNode;
  name: ReactNode;
  /** Below the name. */
  children?: ReactNode;
  /** Smaller, at the end. */
  facts: ReactNode;
  /** Why what was asked for did not happen. */
  error?: string | null;
  actions: ReactNode;
}

/** One thing in a list: what it is, what there is to know of it, and what can be done with it. */
export function ItemRow({ picture, name, children, facts, error = null, actions }: ItemRowProps) {
  return (
    <li className={styles.row}>
      {picture}
      <div className={styles.words}>
        <p className={styles.name} dir="auto">
          {name}
        </p>
        {children}
        <p className={styles.facts}>{facts}</p>
        {error !== null && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </div>
      {actions}
    </li>
  );
}
