import type { Ref } from "react";
import styles from "./picture-input.module.css";

export interface PictureInputProps {
  /** A press on it, by whatever is shown in its place, opens the choice. */
  ref: Ref<HTMLInputElement>;
  label: string;
  isMultiple?: boolean;
  onChoose: (files: readonly File[]) => void;
}

/** Chooses pictures of the kinds that are written anew for emoji and stickers. It is not seen itself. */
export function PictureInput({ ref, label, isMultiple = false, onChoose }: PictureInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept="image/png,image/jpeg,image/webp,image/gif"
      multiple={isMultiple}
      className={styles.file}
      aria-label={label}
      tabIndex={-1}
      onChange={(event) => {
        onChoose([...(event.target.files ?? [])]);
        // The same file again is a choice, too.
        event.target.value = "";
      }}
    />
  );
}
