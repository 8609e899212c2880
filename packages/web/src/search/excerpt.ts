import { parseText, plainText, type SearchHit } from "@parley/contract";

/** A run of a hit's text, and whether it is what was looked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMarked: boolean;
}

const OPEN = "\ue000";
const CLOSE = "\ue001";
/** So much stands before the first mark: about one line of the list. */
const LEAD = 40;
const MOST = 260;

/**
 * The words around the first mark, on one line and without markup. The marks are put into the text before it is parsed,
 * as characters that nobody types: so they end up where the words do, and what a spoiler hides stays hidden.
 */
export function excerptOf({ message, marks }: Pick<SearchHit, "message" | "marks">): readonly ExcerptPart[] {
  const source = message.body.replaceAll(/[\ue000\ue001]/g, " ");
  let marked = "";
  let at = 0;
  for (const [start, end] of marks) {
    marked += `${source.slice(at, start)}${OPEN}${source.slice(start, end)}${CLOSE}`;
    at = end;
  }
  return partsOf(cut(plainText(parseText(marked + source.slice(at)))));
}

/** Begins at a word, a little before the first mark. */
function cut(text: string): string {
  const first = text.indexOf(OPEN);
  if (first <= LEAD) return shortened(text);
  const from = first - LEAD;
  const space = text.slice(from, first).indexOf(" ");
  return `…${shortened(text.slice(space === -1 ? afterPair(text, from) : from + space + 1))}`;
}

function shortened(text: string): string {
  if (text.length <= MOST) return text;
  return `${text.slice(0, afterPair(text, MOST))}…`;
}

/** Not between the two halves of a character. */
function afterPair(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}

function partsOf(text: string): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let isMarked = false;
  for (const piece of text.split(/([\ue000\ue001])/)) {
    if (piece === OPEN) isMarked = true;
    else if (piece === CLOSE) isMarked = false;
    else if (piece !== "") parts.push({ text: piece, isMarked });
  }
  return parts;
}
