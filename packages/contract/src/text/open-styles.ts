import type { Inline, Style } from "./tree.ts";

/** A character that opens and closes a style. */
export type Mark = "*" | "_" | "~" | "|";

interface Level {
  mark: Mark | "";
  /** How many of `mark` were typed and are still open: 1, 2, or 3 for `***`, which is both. */
  count: number;
  children: Inline[];
}

const STYLES: Record<Mark, Partial<Record<number, readonly Style[]>>> = {
  "*": { 1: ["italic"], 2: ["bold"], 3: ["italic", "bold"] },
  _: { 1: ["italic"] },
  "~": { 2: ["strike"] },
  "|": { 2: ["spoiler"] },
};

export function isMark(character: string | undefined): character is Mark {
  return character !== undefined && character in STYLES;
}

/** Whether `count` of `mark` in a row mean anything. */
export function isStyle(mark: Mark, count: number): boolean {
  return STYLES[mark][count] !== undefined;
}

/**
 * The styles that are open at one place of the text. Never more than `limit` levels: one more turns the outermost back
 * into the characters it was typed with. That bound keeps parsing linear (every node moves at most `limit` times) and
 * the tree shallow, whatever is sent.
 */
export class OpenStyles {
  readonly #root: Level = { mark: "", count: 0, children: [] };
  readonly #open: Level[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(node: Inline): void {
    append(this.#top().children, node);
  }

  addText(text: string): void {
    if (text !== "") this.add({ kind: "text", text });
  }

  /** Makes room for `levels` more and answers how many are free after that. */
  reserve(levels: number): number {
    while (this.#open.length > 0 && this.#depth() + levels > this.#limit) {
      const outermost = this.#open.shift();
      if (outermost) spill(outermost, this.#root.children);
    }
    return this.#limit - this.#depth() - levels;
  }

  open(mark: Mark, count: number): void {
    if (this.reserve(STYLES[mark][count]?.length ?? 0) < 0) this.addText(mark.repeat(count));
    else this.#open.push({ mark, count, children: [] });
  }

  /** Closes what `count` of `mark` can close, innermost first; answers how many of them found nothing to close. */
  close(mark: Mark, count: number): number {
    let left = count;
    while (left > 0) {
      const at = this.#open.findLastIndex((level) => level.mark === mark && (level.count & left) !== 0);
      const level = this.#open[at];
      if (!level) break;
      this.#unwind(at + 1);
      const closing = level.count & left;
      let children = level.children;
      for (const kind of STYLES[mark][closing] ?? []) children = [{ kind, children }];
      left -= closing;
      level.count -= closing;
      level.children = children;
      if (level.count === 0) this.#unwind(at);
    }
    return left;
  }

  /** The finished nodes; whatever is still open was never markup. */
  finish(): Inline[] {
    this.#unwind(0);
    return this.#root.children;
  }

  #top(): Level {
    return this.#open.at(-1) ?? this.#root;
  }

  #depth(): number {
    return this.#open.reduce((sum, level) => sum + (level.count === 3 ? 2 : 1), 0);
  }

  #unwind(length: number): void {
    while (this.#open.length > length) {
      const level = this.#open.pop();
      if (level) spill(level, this.#top().children);
    }
  }
}

/** Moves a level's nodes into `into`, its open marks first, as the text they turned out to be. */
function spill(level: Level, into: Inline[]): void {
  if (level.count > 0) append(into, { kind: "text", text: level.mark.repeat(level.count) });
  for (const child of level.children) append(into, child);
}

function append(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1);
  if (node.kind === "text" && last?.kind === "text") {
    nodes[nodes.length - 1] = { kind: "text", text: last.text + node.text };
  } else {
    nodes.push(node);
  }
}
