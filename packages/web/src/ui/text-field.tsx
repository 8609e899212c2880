import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes.ts";
import styles from "./text-field.module.css";

interface FieldProps {
  label: string;
  /** One line under the field. */
  hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint. */
  error?: string | null | undefined;
  isLabelHidden?: boolean;
}

export interface TextFieldProps extends FieldProps, Omit<ComponentProps<"input">, "id" | "className"> {
  /** Stands inside the box, before the text. */
  before?: ReactNode;
  /** Stands inside the box, after the text. */
  after?: ReactNode;
}

export function TextField({ label, hint, error, isLabelHidden, before, after, ...rest }: TextFieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={classes(styles.field, error && styles.bad)}>
      {!isLabelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={styles.box}>
        {before}
        <input
          dir="auto"
          {...rest}
          id={id}
          className={styles.input}
          aria-label={isLabelHidden ? label : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
        />
        {after}
      </div>
      <FieldNote id={`${id}-note`} error={error} hint={hint} />
    </div>
  );
}

export interface TextAreaProps extends FieldProps, Omit<ComponentProps<"textarea">, "id" | "className"> {}

/** Several lines, such as a topic. */
export function TextArea({ label, hint, error, isLabelHidden, ...rest }: TextAreaProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={classes(styles.field, error && styles.bad)}>
      {!isLabelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={styles.box}>
        <textarea
          dir="auto"
          rows={3}
          {...rest}
          id={id}
          className={styles.input}
          aria-label={isLabelHidden ? label : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
        />
      </div>
      <FieldNote id={`${id}-note`} error={error} hint={hint} />
    </div>
  );
}

function FieldNote({ id, error, hint }: { id: string; error: string | null | undefined; hint: ReactNode }) {
  if (error) {
    return (
      <p id={id} className={styles.error} role="alert">
        {error}
      </p>
    );
  }
  return hint ? (
    <p id={id} className={styles.hint}>
      {hint}
    </p>
  ) : null;
}
