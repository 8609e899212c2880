import styles from "./key-caps.module.css";

/** Keys as they look on a keyboard: "Ctrl+K". */
export function KeyCaps({ keys }: { keys: string }) {
  return <kbd className={styles.keys}>{keys}</kbd>;
}
