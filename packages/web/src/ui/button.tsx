import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./button.module.css";
import { classes } from "./classes.ts";
import { Spinner } from "./spinner.tsx";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` once on a screen; `plain` beside it; `quiet` in text; `danger` for what cannot be undone. */
  look?: "primary" | "plain" | "quiet" | "danger";
  isSmall?: boolean;
  isWide?: boolean;
  /** Shows that the action is under way, and refuses a second one. */
  isBusy?: boolean;
  icon?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = "plain", isSmall, isWide, isBusy, icon, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled === true || isBusy === true}
      aria-busy={isBusy}
      className={classes(styles.button, styles[look], isSmall && styles.small, isWide && styles.wide, className)}
    >
      {isBusy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  /** The accessible name, and the tooltip. */
  label: string;
  icon: ReactNode;
  /** Keys that do the same, shown in the tooltip, such as "Ctrl+K". */
  keys?: string;
  isSmall?: boolean;
  isOn?: boolean;
  isFilled?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, keys, isSmall, isOn, isFilled, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tooltip={keys === undefined ? label : `${label}\u2002${keys}`}
      className={classes(
        styles.icon,
        isSmall && styles.iconSmall,
        isOn && styles.on,
        isFilled && styles.filled,
        className,
      )}
    >
      {icon}
    </button>
  );
}
