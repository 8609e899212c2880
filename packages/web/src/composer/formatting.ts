/** A part of the text that becomes another, and what is selected afterwards: positions in the whole text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
  selection: readonly [start: number, end: number];
}

export type Format = "bold" | "italic" | "strike" | "spoiler" | "code" | "link";

const marks = { bold: "**", italic: "_", strike: "~~", spoiler: "||", code: "`" } as const;

/** What stands before the words of a line: quotes, bullets, numbers. */
const LEAD = /^\s*(?:(?:>|-|\d{1,9}\.) +)*/;
const LINK = /^\[([^[\]]+)\]\([^\s()]+\)$/;
const ADDRESS = /^(?:https?:\/\/|mailto:)\S+$/i;

/** Formats what is selected, or takes the format away where it is already; spaces at the edges stay outside. */
export function toggled(value: string, selection: readonly [number, number], format: Format): Edit {
  const [start, end] = withoutEdges(value, selection);
  const selected = value.slice(start, end);
  if (format === "link") return linked(selected, start);
  if (!selected.includes("\n")) return inLine(value, [start, end], marks[format]);
  return format === "code" ? fenced(value, start, selected) : inEachLine(selected, start, marks[format]);
}

function withoutEdges(value: string, [start, end]: readonly [number, number]): readonly [number, number] {
  const selected = value.slice(start, end);
  const inner = selected.trim();
  if (inner === "") return [end, end];
  const first = start + selected.length - selected.trimStart().length;
  return [first, first + inner.length];
}

function inLine(value: string, [start, end]: readonly [number, number], mark: string): Edit {
  const selected = value.slice(start, end);
  const size = mark.length;
  if (isMarked(selected, mark)) return replaced(start, end, selected.slice(size, -size));
  if (value.slice(start - size, start) === mark && value.slice(end, end + size) === mark)
    return replaced(start - size, end + size, selected);
  return { start, end, text: mark + selected + mark, selection: [start + size, end + size] };
}

function isMarked(text: string, mark: string): boolean {
  return text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark);
}

/** What was selected stays selected. */
function replaced(start: number, end: number, text: string): Edit {
  return { start, end, text, selection: [start, start + text.length] };
}

/** No style reaches from one item of a list into the next. */
function inEachLine(selected: string, start: number, mark: string): Edit {
  const lines = selected.split("\n").map((line) => {
    const [lead = ""] = LEAD.exec(line) ?? [];
    return { lead, words: line.slice(lead.length).trimEnd() };
  });
  const size = mark.length;
  const areMarked = lines.every(({ words }) => words === "" || isMarked(words, mark));
  const text = lines.map(({ lead, words }) => {
    if (words === "") return lead;
    return lead + (areMarked ? words.slice(size, -size) : mark + words + mark);
  });
  return replaced(start, start + selected.length, text.join("\n"));
}

function fenced(value: string, start: number, selected: string): Edit {
  const end = start + selected.length;
  const [, inner] = /^```[^\n]*\n([\s\S]*)\n```$/.exec(selected) ?? [];
  if (inner !== undefined) return replaced(start, end, inner);
  const before = start === 0 || value[start - 1] === "\n" ? "" : "\n";
  const after = end === value.length || value[end] === "\n" ? "" : "\n";
  const block = `\`\`\`\n${selected}\n\`\`\``;
  const first = start + before.length;
  return { start, end, text: before + block + after, selection: [first, first + block.length] };
}

/** The caret stands where something is still to be written: the address, or the words for it. */
function linked(selected: string, start: number): Edit {
  const end = start + selected.length;
  const [, label] = LINK.exec(selected) ?? [];
  if (label !== undefined) return replaced(start, end, label);
  const isAddress = ADDRESS.test(selected);
  const words = isAddress ? "" : selected.replaceAll(/[[\]\n]+/g, " ").trim();
  const caret = isAddress ? start + 1 : start + words.length + 3;
  return { start, end, text: `[${words}](${isAddress ? selected : ""})`, selection: [caret, caret] };
}
