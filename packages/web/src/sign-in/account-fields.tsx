import { limits, ParleyError } from "@parley/contract";
import { PasswordField } from "../ui/password-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { Action } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";
import { type EntryValues, errorAt } from "./entry-form.tsx";
import type { ReadyMade } from "./ready-made.ts";

export const accountFields = ["username", "password"] as const;

export interface AccountFieldsProps {
  action: Action;
  isNew?: boolean;
  /** What the fields begin with. */
  readyMade?: ReadyMade | null;
}

/** User name and password: of an account that is being made (`isNew`), or of one that there is. */
export function AccountFields({ action, isNew = false, readyMade }: AccountFieldsProps) {
  const words = useWords();
  return (
    <>
      <TextField
        label={words.entry.username}
        name="username"
        defaultValue={readyMade?.username}
        autoComplete="username"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={limits.nameCharacters}
        required
        hint={isNew ? words.entry.usernameHint : undefined}
        error={errorAt(action, "username")}
      />
      <PasswordField
        label={words.entry.password}
        name="password"
        defaultValue={readyMade?.password}
        autoComplete={isNew ? "new-password" : "current-password"}
        maxLength={limits.passwordMaximum}
        required
        hint={isNew ? words.entry.passwordHint(limits.passwordMinimum) : undefined}
        error={errorAt(action, "password")}
        showLabel={words.app.showPassword}
        hideLabel={words.app.hidePassword}
      />
    </>
  );
}

/** What is missing, found before the server is asked: the sentence and its field. */
export function accountFault(words: Words, values: EntryValues, isNew: boolean): [string, string] | null {
  const { entry } = words;
  const password = values("password");
  if (values("username").trim() === "") return [entry.usernameMissing, "username"];
  if (password === "") return [entry.passwordMissing, "password"];
  const missing = limits.passwordMinimum - password.length;
  if (isNew && missing > 0) return [entry.passwordTooShort(limits.passwordMinimum, missing), "password"];
  return null;
}

/** A name that is taken is a fault of the user name, whether or not the answer says so. */
export async function atUsername<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== "name_taken") throw error;
    throw new ParleyError("name_taken", error.message, { field: "username" });
  }
}
