import type { Ref } from "react";
import styles from "./link-field.module.css";

export interface LinkFieldProps {
  label: string;
  link: string;
  ref?: Ref<HTMLInputElement>;
}

/** A link to be sent on: selected as a whole, for whoever copies it by hand. */
export function LinkField({ label, link, ref }: LinkFieldProps) {
  return (
    <input
      ref={ref}
      className={styles.link}
      aria-label={label}
      readOnly
      dir="ltr"
      value={link}
      onFocus={(event) => event.target.select()}
    />
  );
}
