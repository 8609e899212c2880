import { limits } from "@parley/contract";
import { PasswordField } from "../ui/password-field.tsx";
import type { Action } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";

export interface SecretFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  action: Action;
  /** As the request calls it. */
  field: string;
  isNew?: boolean;
  hint?: string;
}

/** A password, mine or the one to come. */
export function SecretField({ label, value, onChange, action, field, isNew = false, hint }: SecretFieldProps) {
  const { app } = useWords();
  return (
    <PasswordField
      label={label}
      name={field}
      value={value}
      autoComplete={isNew ? "new-password" : "current-password"}
      maxLength={limits.passwordMaximum}
      hint={hint}
      error={action.field === field ? action.error : null}
      showLabel={app.showPassword}
      hideLabel={app.hidePassword}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
