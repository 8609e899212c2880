import { graphemes } from "../text/spans.ts";

/** What is being written: characters as a reader takes them, and where the cursor stands among them. */
export interface Composer {
  readonly characters: readonly string[];
  readonly cursor: number;
  /** What was sent before, oldest first. */
  readonly sent: readonly string[];
  /** Where in `sent` one is looking, and what stood here before; null while writing. */
  readonly recall: { readonly at: number; readonly draft: string } | null;
}

/** As many sent texts are remembered. */
const REMEMBERED = 100;

export const emptyComposer: Composer = { characters: [], cursor: 0, sent: [], recall: null };

export const textOf = (composer: Composer): string => composer.characters.join("");

export function withText(composer: Composer, text: string): Composer {
  const characters = graphemes(text);
  return { ...composer, characters, cursor: characters.length };
}

/** Typed or pasted text. */
export function insert(composer: Composer, text: string): Composer {
  return replace(composer, { start: composer.cursor, end: composer.cursor, text });
}

/** Puts `text` in the place of some characters; the cursor stands behind it. */
export function replace(composer: Composer, range: { start: number; end: number; text: string }): Composer {
  const before = composer.characters.slice(0, range.start).join("") + range.text;
  const after = composer.characters.slice(range.end).join("");
  // Parted anew, because a combining mark joins the character before it.
  return { ...composer, characters: graphemes(before + after), cursor: graphemes(before).length, recall: null };
}

export type Motion = "left" | "right" | "wordLeft" | "wordRight" | "lineStart" | "lineEnd";

export function moved(composer: Composer, motion: Motion): Composer {
  return { ...composer, cursor: target(composer, motion) };
}

/** Removes from the cursor to where the motion leads. */
export function erased(composer: Composer, motion: Motion): Composer {
  const to = target(composer, motion);
  const range = { start: Math.min(to, composer.cursor), end: Math.max(to, composer.cursor), text: "" };
  return replace(composer, range);
}

function target({ characters, cursor }: Composer, motion: Motion): number {
  switch (motion) {
    case "left":
      return Math.max(0, cursor - 1);
    case "right":
      return Math.min(characters.length, cursor + 1);
    case "wordLeft":
      return wordStart(characters, cursor);
    case "wordRight":
      return wordEnd(characters, cursor);
    case "lineStart":
      return cursor === 0 ? 0 : characters.lastIndexOf("\n", cursor - 1) + 1;
    case "lineEnd": {
      const end = characters.indexOf("\n", cursor);
      return end < 0 ? characters.length : end;
    }
  }
}

const isBlank = (character: string | undefined): boolean => character !== undefined && /^\s/.test(character);

function wordStart(characters: readonly string[], cursor: number): number {
  let at = cursor;
  while (at > 0 && isBlank(characters[at - 1])) at -= 1;
  while (at > 0 && !isBlank(characters[at - 1])) at -= 1;
  return at;
}

function wordEnd(characters: readonly string[], cursor: number): number {
  let at = cursor;
  while (at < characters.length && isBlank(characters[at])) at += 1;
  while (at < characters.length && !isBlank(characters[at])) at += 1;
  return at;
}

/** Up or down a line of the text; null at the edge, where the key means something else. */
export function movedLine(composer: Composer, by: 1 | -1): Composer | null {
  const { characters, cursor } = composer;
  const start = target(composer, "lineStart");
  const column = cursor - start;
  if (by < 0) {
    if (start === 0) return null;
    const above = target({ ...composer, cursor: start - 1 }, "lineStart");
    return { ...composer, cursor: Math.min(above + column, start - 1) };
  }
  const end = target(composer, "lineEnd");
  if (end === characters.length) return null;
  const belowEnd = target({ ...composer, cursor: end + 1 }, "lineEnd");
  return { ...composer, cursor: Math.min(end + 1 + column, belowEnd) };
}

/** Empty again, and what was written is remembered. */
export function submitted(composer: Composer): Composer {
  const text = textOf(composer);
  const sent = composer.sent.at(-1) === text ? composer.sent : [...composer.sent, text].slice(-REMEMBERED);
  return { ...emptyComposer, sent };
}

/** Earlier (`-1`) or later (`1`) among what was sent; past the latest, what one was writing comes back. */
export function recalled(composer: Composer, by: 1 | -1): Composer {
  const { sent, recall } = composer;
  const draft = recall?.draft ?? textOf(composer);
  const at = (recall?.at ?? sent.length) + by;
  if (at < 0 || at > sent.length || sent.length === 0) return composer;
  const next = withText(composer, sent[at] ?? draft);
  return { ...next, recall: at === sent.length ? null : { at, draft } };
}
