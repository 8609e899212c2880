import { inlineText, type Run } from "./inline-text.ts";
import type { Look } from "./look.ts";

/** A quote, or an item of a list: what its lines begin with. */
interface Container {
  /** Before the first line, and before all others. */
  first: string;
  rest: string;
  isBegun: boolean;
}

/** Deeper ones add nothing: the parser of messages reads six. */
const MOST_CONTAINERS = 6;

/** Lines of a message, as a document is walked through. */
export class BlockText {
  readonly #lines: string[] = [];
  readonly #containers: Container[] = [];
  #runs: Run[] = [];
  #wantsGap = false;

  add(text: string, look: Look): void {
    const last = this.#runs.at(-1);
    const shown = look.isKept ? text : text.replace(/[ \t\r\n\f]+/g, " ");
    shown.split(/\r?\n/).forEach((line, row) => {
      if (row > 0) this.endLine();
      const fresh = line.replaceAll("\u00a0", " ");
      if (fresh === "") return;
      if (row === 0 && last && isSame(last.look, look)) last.text += fresh;
      else this.#runs.push({ text: fresh, look });
    });
  }

  /** Ends the line, if there is anything in it. */
  endLine(): void {
    const line = inlineText(
      this.#runs.map(({ text, look }) => ({ text: look.isKept ? text : text.replace(/ {2,}/g, " "), look })),
    );
    const isIndented = this.#runs[0]?.look.isKept === true;
    this.#runs = [];
    if (line !== "") this.#put(isIndented ? line : line.trimStart());
  }

  /** The next line stands apart; not in a list, which would end there. */
  gap(): void {
    this.endLine();
    if (this.#lines.length > 0 && this.#containers.every(({ first }) => first === "> ")) this.#wantsGap = true;
  }

  code(text: string, language: string): void {
    this.gap();
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
    const fence = "`".repeat(longest + 1);
    for (const line of [fence + language, ...text.split("\n"), fence]) this.#put(line);
    this.gap();
  }

  enter(first: string, rest: string): boolean {
    this.endLine();
    if (this.#containers.length >= MOST_CONTAINERS) return false;
    this.#containers.push({ first, rest, isBegun: false });
    return true;
  }

  leave(): void {
    this.endLine();
    this.#containers.pop();
  }

  finish(): string {
    this.endLine();
    return this.#lines.join("\n");
  }

  #put(line: string): void {
    if (this.#wantsGap)
      this.#lines.push(
        this.#containers
          .map(({ rest }) => rest)
          .join("")
          .trimEnd(),
      );
    this.#wantsGap = false;
    const lead = this.#containers.map((container) => {
      const text = container.isBegun ? container.rest : container.first;
      container.isBegun = true;
      return text;
    });
    this.#lines.push((lead.join("") + line).trimEnd());
  }
}

function isSame(one: Look, other: Look): boolean {
  return (Object.keys(one) as (keyof Look)[]).every((key) => one[key] === other[key]);
}
