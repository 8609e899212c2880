import { type Block, type CodeBlock, type Inline, parseText, type Style } from "@parley/contract";
import { type CodeKind, type CodeToken, highlight } from "@parley/contract/code";
import { type Line, type Look, type Span, span } from "../text/spans.ts";
import { visible } from "../text/visible.ts";
import { wrapped } from "./wrap.ts";

export interface MarkupOptions {
  readonly width: number;
  /** My handle: mentions of me stand out. */
  readonly myHandle: string;
  /** Whether spoilers are shown; otherwise they are covered. */
  readonly isRevealed: boolean;
}

/** What covers a hidden character. */
const COVER = "▒";
const QUOTE = span("│ ", { color: "gray" });
const CODE: Look = { color: "yellow" };
const CODE_LOOKS: Record<CodeKind, Look> = {
  comment: { color: "gray" },
  string: { color: "green" },
  number: { color: "magenta" },
  keyword: { color: "blue", isBold: true },
  type: { color: "cyan" },
  name: { color: "cyan" },
  added: { color: "green" },
  removed: { color: "red" },
};

/** A message's body as lines of at most `width` columns: formatted, wrapped, and nothing in it obeyed. */
export function markupLines(body: string, options: MarkupOptions): Line[] {
  return blocksLines(parseText(body), options);
}

function blocksLines(blocks: readonly Block[], options: MarkupOptions): Line[] {
  return blocks.flatMap((block) => blockLines(block, options));
}

function blockLines(block: Block, options: MarkupOptions): Line[] {
  switch (block.kind) {
    case "paragraph":
      return logicalLines(block.children, options).flatMap((line) => wrapped(line, options.width));
    case "codeBlock":
      return codeLines(block).flatMap((line) => codeLine(line, options.width));
    case "quote":
      return blocksLines(block.children, narrower(options, 2)).map((line) => [QUOTE, ...line]);
    case "list":
      return block.items.flatMap((item, at) => {
        const bullet = block.start === null ? "• " : `${block.start + at}. `;
        const lines = blocksLines(item, narrower(options, bullet.length));
        return lines.map((line, row) => [span(row === 0 ? bullet : " ".repeat(bullet.length)), ...line]);
      });
  }
}

function narrower(options: MarkupOptions, by: number): MarkupOptions {
  return { ...options, width: Math.max(4, options.width - by) };
}

/** Code keeps its blanks; a tab stands for four of them. */
function codeLine(line: Line, width: number): Line[] {
  const shown = line.map((part) => ({ ...part, text: visible(part.text.replaceAll("\t", "    ")) }));
  return wrapped(shown, Math.max(4, width - 2)).map((row) => [span("  "), ...row]);
}

/** The lines of a block in the colours of its language, if that is known. */
function codeLines({ text, language }: CodeBlock): Line[] {
  return inLines((highlight(text, language) ?? [{ kind: null, text }]).map((token) => span(token.text, lookOf(token))));
}

function lookOf({ kind }: CodeToken): Look {
  return kind === null ? CODE : CODE_LOOKS[kind];
}

/** The spans of a paragraph, parted where its text has line ends. */
function logicalLines(children: readonly Inline[], options: MarkupOptions): Line[] {
  const lines = inLines(children.flatMap((node) => inlineSpans(node, {}, options)));
  return lines.map((line) => line.map((part) => ({ ...part, text: visible(part.text) })));
}

function inLines(parts: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const part of parts) {
    part.text.split("\n").forEach((text, row) => {
      if (row > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...part, text });
    });
  }
  return lines;
}

function inlineSpans(node: Inline, look: Look, options: MarkupOptions): Span[] {
  switch (node.kind) {
    case "text":
    case "emoji":
      return [span(node.text, look)];
    case "code":
      return [span(node.text, { ...look, ...CODE })];
    case "mention":
      return [span(node.text, { ...look, color: "cyan", isInverse: node.handle === options.myHandle })];
    case "room":
      return [span(node.text, { ...look, color: "cyan" })];
    case "link":
      return linkSpans(node, look, options);
    case "spoiler":
      return spoilerSpans(node.children, look, options);
    case "bold":
    case "italic":
    case "strike":
      return node.children.flatMap((child) => inlineSpans(child, styled(look, node.kind), options));
  }
}

function styled(look: Look, style: Style): Look {
  if (style === "bold") return { ...look, isBold: true };
  return style === "italic" ? { ...look, isItalic: true } : { ...look, isStruck: style === "strike" };
}

/** A link shows where it leads when its text does not. */
function linkSpans(node: Extract<Inline, { kind: "link" }>, look: Look, options: MarkupOptions): Span[] {
  const text = node.children.flatMap((child) => inlineSpans(child, { ...look, isUnderlined: true }, options));
  const shown = text.map((part) => part.text).join("");
  const isItself = shown === node.href || `${shown}/` === node.href || node.href === `mailto:${shown}`;
  return isItself ? text : [...text, span(` <${node.href}>`, { ...look, isDim: true })];
}

function spoilerSpans(children: readonly Inline[], look: Look, options: MarkupOptions): Span[] {
  const spans = children.flatMap((child) => inlineSpans(child, look, options));
  if (options.isRevealed) return spans.map((part) => ({ ...part, isInverse: true }));
  return spans.map((part) => span(part.text.replace(/[^\n]/gu, COVER), look));
}
