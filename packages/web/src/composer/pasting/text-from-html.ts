import { BlockText } from "./block-text.ts";
import { attribute, type HtmlToken, htmlTokens } from "./html-tokens.ts";
import { type Look, lookInside, plainLook } from "./look.ts";

type Tag = Extract<HtmlToken, { name: string }>;

interface Open {
  name: string;
  look: Look;
  /** Of a list: the number of its next item; null for dashes. */
  next?: number | null;
  /** It put lines of its own before those of what is in it. */
  isContainer?: boolean;
}

const DEEPEST = 100;
const apart = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "table", "hr"]);
const lines = new Set([
  ...["div", "section", "article", "header", "footer", "main", "aside", "nav", "figure", "figcaption", "address", "li"],
  ...["tr", "dt", "dd", "dl", "form", "details", "summary"],
]);
const empty = new Set(["br", "img", "hr", "input", "meta", "link", "wbr", "col", "source"]);

/** A document as a message would write it: what our marks can say is kept, everything else is its words. */
export function textFromHtml(html: string): string {
  const walk = new Walk();
  for (const token of htmlTokens(html)) walk.take(token);
  return walk.finish();
}

class Walk {
  readonly #text = new BlockText();
  readonly #open: Open[] = [];
  /** Of the block of code that is being read. */
  #code: { text: string; language: string; depth: number } | null = null;

  take(token: HtmlToken): void {
    if (token.kind === "text") this.#words(token.text);
    else if (token.kind === "close") this.#close(token.name);
    else if (empty.has(token.name)) this.#single(token);
    else this.#begin(token);
  }

  finish(): string {
    while (this.#open.length > 0) this.#pop();
    return this.#text.finish();
  }

  get #look(): Look {
    return this.#open.at(-1)?.look ?? plainLook;
  }

  #words(text: string): void {
    if (this.#look.isHidden) return;
    if (this.#code) this.#code.text += text;
    else this.#text.add(text, this.#look);
  }

  #single({ name, attributes }: Tag): void {
    if (this.#look.isHidden) return;
    if (name === "br" && this.#code) this.#code.text += "\n";
    else if (name === "br") this.#text.endLine();
    else if (name === "hr") this.#text.gap();
    else if (name === "img") this.#words(attribute(attributes, "alt") ?? "");
    else if (name === "input" && attribute(attributes, "type") === "checkbox")
      this.#words(/\bchecked\b/.test(attributes) ? "[x] " : "[ ] ");
  }

  #begin(tag: Tag): void {
    const { name, attributes } = tag;
    if (this.#open.length >= DEEPEST) return;
    if (this.#code) this.#code.language ||= languageOf(attributes);
    else this.#beginBlock(name);
    const open: Open = { name, look: lookInside(this.#look, tag) };
    if (name === "pre" && !this.#code)
      this.#code = { text: "", language: languageOf(attributes), depth: this.#open.length };
    else if (name === "ol") open.next = Number.parseInt(attribute(attributes, "start") ?? "1", 10) || 1;
    else if (name === "ul") open.next = null;
    else if (name === "blockquote") open.isContainer = this.#text.enter("> ", "> ");
    else if (name === "li") open.isContainer = this.#enterItem();
    this.#open.push(open);
  }

  #beginBlock(name: string): void {
    if (apart.has(name)) this.#text.gap();
    else if (lines.has(name)) this.#text.endLine();
    else if (name === "td" || name === "th") this.#text.add(" ", plainLook);
  }

  #enterItem(): boolean {
    const list = this.#open.findLast(({ next }) => next !== undefined);
    const number = list?.next ?? null;
    if (list && number !== null) list.next = (number + 1) % 1_000_000_000;
    const mark = number === null ? "- " : `${number}. `;
    return this.#text.enter(mark, " ".repeat(mark.length));
  }

  #close(name: string): void {
    const at = this.#open.findLastIndex((open) => open.name === name);
    if (at === -1) return;
    while (this.#open.length > at) this.#pop();
  }

  #pop(): void {
    const { name = "", isContainer } = this.#open.pop() ?? {};
    if (this.#code) {
      if (this.#code.depth !== this.#open.length) return;
      const { text, language } = this.#code;
      this.#code = null;
      if (text.trim() !== "") this.#text.code(text.replace(/^\n|\n$/g, "").replaceAll("\u00a0", " "), language);
      return;
    }
    if (isContainer) this.#text.leave();
    if (apart.has(name)) this.#text.gap();
    else if (lines.has(name)) this.#text.endLine();
  }
}

/** As the marks of several sites say it: `language-ts`, `lang-ts`, `highlight-source-ts`. */
function languageOf(attributes: string): string {
  return /\b(?:language|lang|highlight-source)-([\w+#.-]{1,32})/.exec(attributes)?.[1] ?? "";
}
