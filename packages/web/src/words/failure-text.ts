import { screens } from "./en/screens.ts";
import { errorText } from "./error-text.ts";
import type { Words } from "./words.ts";

/** {@link errorText} for whoever has only the words of the first screen. */
export function failureText(words: Words, language: string, error: unknown): string {
  return errorText({ ...screens, ...words }, language, error);
}
