import type { Completion } from "./completion.ts";

/** Where the list of suggestions has one of them, for the text that names the active one. */
export function optionId(listId: string, completion: Completion | undefined): string | undefined {
  return completion && `${listId}-${completion.key}`;
}
