import { graphemes, type Line, type Span, widthOf } from "../text/spans.ts";

interface Cell extends Span {
  readonly width: number;
}

/**
 * Parts a line into lines of at most `width` columns, at blanks where there are any, through long words otherwise, and
 * never through a character. A blank at the break disappears.
 */
export function wrapped(line: Line, width: number): Line[] {
  const cells = line.flatMap(cellsOf);
  if (cells.length === 0) return [[]];
  const lines: Line[] = [];
  let at = 0;
  while (at < cells.length) {
    const end = endOfLine(cells, at, Math.max(2, width));
    lines.push(joined(cells.slice(at, end)));
    at = end;
    if (cells[at]?.text === " " && at < cells.length) at += 1;
  }
  return lines;
}

function cellsOf(part: Span): Cell[] {
  return graphemes(part.text).flatMap((text) => {
    const width = widthOf(text);
    // Marks that take place can make one character as wide as anyone likes; such a pile may be parted.
    const cells = width > 2 ? [...text].map((point) => ({ text: point, width: widthOf(point) })) : [{ text, width }];
    return cells.map((cell) => ({ ...part, ...cell }));
  });
}

/** The cell before which the line that begins at `start` ends. */
function endOfLine(cells: readonly Cell[], start: number, width: number): number {
  let used = 0;
  let lastBlank = -1;
  for (let at = start; at < cells.length; at += 1) {
    const cell = cells[at];
    if (!cell) break;
    if (used + cell.width > width) {
      if (cell.text === " ") return at;
      return lastBlank > start ? lastBlank : Math.max(at, start + 1);
    }
    if (cell.text === " ") lastBlank = at;
    used += cell.width;
  }
  return cells.length;
}

/** Neighbours that look alike become one span again. */
function joined(cells: readonly Cell[]): Line {
  const line: Span[] = [];
  let previous: Span | undefined;
  for (const { width: _, ...cell } of cells) {
    if (previous && looksLike(previous, cell)) {
      previous = { ...previous, text: previous.text + cell.text };
      line[line.length - 1] = previous;
    } else {
      previous = cell;
      line.push(cell);
    }
  }
  return line;
}

function looksLike(one: Span, other: Span): boolean {
  return (
    one.color === other.color &&
    one.isBold === other.isBold &&
    one.isItalic === other.isItalic &&
    one.isDim === other.isDim &&
    one.isStruck === other.isStruck &&
    one.isUnderlined === other.isUnderlined &&
    one.isInverse === other.isInverse
  );
}
