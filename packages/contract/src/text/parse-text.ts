import { parseInline } from "./parse-inline.ts";
import type { Block } from "./tree.ts";

/** Six quotes or lists, a paragraph, eight styles, the text itself: no path through the tree is longer than 16 nodes. */
const MAX_CONTAINERS = 6;
const MAX_STYLES = 8;

const FENCE = /^(`{3,})([\w+#.-]{0,32})[ \t]*$/;
const QUOTE = /^>(?=>*(?: |$)) ?/;
const ITEM = /^(?:-|(\d{1,9})\.) +(?=\S)/;
const INDENT = /^(?: {2}|\t)/;

/** Blocks found so far and the first line after them. */
interface Step {
  blocks: Block[];
  next: number;
}

/**
 * The one parser of message text. Total and linear: any string gives a tree, in time proportional to its length, at
 * most 16 nodes deep. What is not markup stays as it was typed, line breaks included.
 */
export function parseText(body: string): Block[] {
  return parseLines(body.split(/\r\n?|\n/), 0);
}

/** `depth`: how many quotes and lists these lines are in. */
function parseLines(lines: string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const step = readCodeBlock(lines, at) ?? readQuote(lines, at, depth) ?? readList(lines, at, depth);
    const { blocks: read, next } = step ?? readParagraph(lines, at, depth);
    blocks.push(...read);
    at = next;
  }
  return blocks;
}

function readParagraph(lines: string[], at: number, depth: number): Step {
  let next = at + 1;
  while (next < lines.length && !startsBlock(lines[next] ?? "", depth)) next += 1;
  return { blocks: paragraph(lines.slice(at, next)), next };
}

function startsBlock(line: string, depth: number): boolean {
  return FENCE.test(line) || (depth < MAX_CONTAINERS && (QUOTE.test(line) || ITEM.test(line)));
}

function paragraph(lines: string[]): Block[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first === -1) return [];
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return [{ kind: "paragraph", children: parseInline(lines.slice(first, last + 1).join("\n"), MAX_STYLES) }];
}

function readCodeBlock(lines: string[], at: number): Step | undefined {
  const opening = FENCE.exec(lines[at] ?? "");
  if (!opening) return undefined;
  const [, fence = "", language = ""] = opening;
  const code: string[] = [];
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next] ?? "";
    const end = line.trimEnd();
    if (end.endsWith(fence)) {
      if (end !== "`".repeat(end.length)) code.push(end.slice(0, -fence.length));
      return { blocks: [{ kind: "codeBlock", language, text: code.join("\n") }], next: next + 1 };
    }
    code.push(line);
  }
  const text = code.join("\n");
  // Never closed: it runs to the end, as whoever pasted the code meant. A lone fence is only three characters.
  if (text.trim() === "") return undefined;
  return { blocks: [{ kind: "codeBlock", language, text }], next: lines.length };
}

function readQuote(lines: string[], at: number, depth: number): Step | undefined {
  if (depth >= MAX_CONTAINERS) return undefined;
  const inner: string[] = [];
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? "";
    const mark = QUOTE.exec(line);
    if (!mark) break;
    inner.push(line.slice(mark[0].length));
  }
  if (next === at) return undefined;
  const children = parseLines(inner, depth + 1);
  // Marks around nothing are shown, not swallowed.
  return { blocks: children.length > 0 ? [{ kind: "quote", children }] : paragraph(lines.slice(at, next)), next };
}

function readList(lines: string[], at: number, depth: number): Step | undefined {
  const first = ITEM.exec(lines[at] ?? "");
  if (!first || depth >= MAX_CONTAINERS) return undefined;
  const start = first[1] === undefined ? null : Number(first[1]);
  const items: Block[][] = [];
  let next = at;
  while (next < lines.length) {
    const mark = ITEM.exec(lines[next] ?? "");
    if (!mark || !continues(start, items.length, mark[1])) break;
    const item = [(lines[next] ?? "").slice(mark[0].length)];
    for (next += 1; next < lines.length && INDENT.test(lines[next] ?? ""); next += 1) {
      item.push(outdent(lines[next] ?? "", mark[0].length));
    }
    items.push(parseLines(item, depth + 1));
  }
  return { blocks: [{ kind: "list", start, items }], next };
}

/** Numbers count up, or are all the same (`1. 1. 1.`); any other number was meant as typed and starts a list of its own. */
function continues(start: number | null, count: number, typed: string | undefined): boolean {
  if (start === null || typed === undefined) return (start === null) === (typed === undefined);
  return Number(typed) === start + count || Number(typed) === start;
}

function outdent(line: string, width: number): string {
  if (line.startsWith("\t")) return line.slice(1);
  let spaces = 0;
  while (spaces < width && line[spaces] === " ") spaces += 1;
  return line.slice(spaces);
}
