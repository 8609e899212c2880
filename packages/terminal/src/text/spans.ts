import type { MessagePlace } from "@parley/client/message-place";
import stringWidth from "string-width";
import type { PicturePart } from "../pictures/box.ts";

/** How a run of characters looks. Colours are the terminal's own, so that its theme holds. */
export interface Look {
  readonly color?: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isDim?: boolean;
  readonly isStruck?: boolean;
  readonly isUnderlined?: boolean;
  readonly isInverse?: boolean;
  /** The place of this row of a picture. */
  readonly picture?: PicturePart;
  /** The message that is quoted here because of a link to it. */
  readonly linked?: MessagePlace;
}

/** A run of characters that look alike. The text holds no controls and no line ends; where a picture is, its colours. */
export interface Span extends Look {
  readonly text: string;
}

/** One line as people see it. */
export type Line = readonly Span[];

export const span = (text: string, look: Look = {}): Span => ({ text, ...look });

const ASCII = /^[ -~]*$/;

/** Columns that a text takes: two for a wide character or emoji, none for a combining mark. */
export const widthOf = (text: string): number => (ASCII.test(text) ? text.length : stringWidth(text));

/** A line without its looks, for where there are none. */
export const lineText = (line: Line): string => line.map(({ text }) => text).join("");

export const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + widthOf(text), 0);

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** What a reader takes for single characters. */
export function graphemes(text: string): string[] {
  return ASCII.test(text) ? text.split("") : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** At most `width` columns of a text; what is cut is marked. */
export function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let taken = "";
  let used = 0;
  for (const grapheme of graphemes(text)) {
    const next = widthOf(grapheme);
    if (used + next > width - 1) break;
    taken += grapheme;
    used += next;
  }
  return width > 0 ? `${taken}…` : "";
}

/** The line, cut or filled up with blanks to exactly `width` columns. */
export function padded(line: Line, width: number): Line {
  const result: Span[] = [];
  let left = width;
  for (const part of line) {
    const text = fitted(part.text, left);
    left -= widthOf(text);
    if (text !== "") result.push({ ...part, text });
    if (text !== part.text) break;
  }
  return left > 0 ? [...result, span(" ".repeat(left))] : result;
}
