import { cleanText, limits, ParleyError } from "@parley/contract";

/** The body of a message as it is kept. Throws `invalid` when nothing is left to see, or when it is broken. */
export function messageBody(raw: string): string {
  return cleaned(raw, "body", true);
}

/** The words under files: may be empty. */
export function caption(raw: string): string {
  return cleaned(raw, "body", false);
}

/** A topic or a draft: may be empty. */
export function optionalText(raw: string, field: "topic" | "body"): string {
  return cleaned(raw, field, false);
}

function cleaned(raw: string, field: "topic" | "body", isRequired: boolean): string {
  const result = cleanText(raw, limits.bodyCharacters, isRequired ? "refused" : "allowed");
  if (!result.ok) throw new ParleyError("invalid", result.reason, { field });
  return result.text;
}
