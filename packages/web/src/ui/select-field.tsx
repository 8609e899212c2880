import { ChevronDown } from "lucide-react";
import { useId } from "react";
import styles from "./select-field.module.css";

export interface SelectFieldProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
  /** It stands beside it in another form. */
  isLabelHidden?: boolean;
}

/** One of many; the platform's own list opens. */
export function SelectField<T extends string>({ label, value, options, onChange, isLabelHidden }: SelectFieldProps<T>) {
  const id = useId();
  return (
    <div className={styles.field}>
      {!isLabelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={styles.box}>
        <select
          id={id}
          className={styles.select}
          value={value}
          aria-label={isLabelHidden ? label : undefined}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={16} className={styles.arrow} aria-hidden="true" />
      </div>
    </div>
  );
}
