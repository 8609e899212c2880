import { span } from "../text/spans.ts";
import { type Completion, complete } from "./completion.ts";
import { completionSources } from "./completion-sources.ts";
import { type Composer, replace } from "./composer.ts";
import type { Screen } from "./screen.ts";

/** Tab: the word becomes the first candidate, the next time the next one; all of them are shown. */
export function completeWord(screen: Screen, by: 1 | -1): void {
  const { composer, cycle, mode } = screen.getView();
  if (mode.kind === "question") return;
  if (cycle) {
    take(screen, { ...cycle, end: composer.cursor }, cycle.at + by);
    return;
  }
  const found = complete(composer.characters, composer.cursor, completionSources(screen.client.getState()));
  if (!found) return;
  const shared = sharedPrefix(found.candidates);
  const isLonger = shared.length > found.end - found.start;
  // With several candidates, first what they have in common, as shells do.
  if (found.candidates.length > 1 && isLonger) put(screen, found, shared);
  else take(screen, found, by > 0 ? 0 : found.candidates.length - 1);
}

function take(screen: Screen, { start, end, candidates }: Completion, index: number): void {
  const at = (index + candidates.length) % candidates.length;
  const chosen = candidates[at];
  if (chosen === undefined) return;
  const isOnly = candidates.length === 1;
  const composer = put(screen, { start, end, candidates }, isOnly ? `${chosen} ` : chosen);
  screen.change({ composer, cycle: isOnly ? null : { start, candidates, at } });
}

function put(screen: Screen, { start, end, candidates }: Completion, text: string): Composer {
  const composer = replace(screen.getView().composer, { start, end, text });
  const lines = candidates.length > 1 ? [[span(candidates.join("  "), { isDim: true })]] : null;
  screen.change({ composer, panel: lines && { lines, offset: 0 } });
  return composer;
}

function sharedPrefix([first = "", ...rest]: readonly string[]): string {
  let shared = first;
  for (const text of rest) while (!text.startsWith(shared)) shared = shared.slice(0, -1);
  return shared;
}
