import type { Message } from "@parley/contract";
import { type LinkedWordsOptions, linkedWords } from "../links/linked-words.ts";
import { fitted, type Line, span } from "../text/spans.ts";

/** The message that this one links to, on a line that is there at once. */
export function linkedLines(options: LinkedWordsOptions, message: Message, width: number): Line[] {
  const place = options.linked.placeIn(options.state, message);
  const words = place === null ? undefined : linkedWords(options, place);
  if (place === null || words === undefined) return [];
  return [[span(fitted(words, width), { isDim: true, linked: place })]];
}
