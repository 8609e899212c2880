import type { Look } from "./look.ts";

/** Text of one line that looks alike. */
export interface Run {
  text: string;
  look: Look;
}

interface Wrap {
  key: string;
  open: string;
  close: string;
}

/** One line in our marks. Styles nest; blanks stand outside of them. */
export function inlineText(runs: readonly Run[]): string {
  let line = "";
  let blanks = "";
  let open: Wrap[] = [];
  runs.forEach((run, at) => {
    const words = run.text.trim();
    blanks += run.text.slice(0, run.text.length - run.text.trimStart().length);
    if (words === "") return;
    const wanted = wrapsOf(run, isInWord(runs, at));
    const kept = open.findIndex((wrap, level) => wrap.key !== wanted[level]?.key);
    const stay = kept === -1 ? Math.min(open.length, wanted.length) : kept;
    line += closing(open, stay) + blanks;
    for (const wrap of wanted.slice(stay)) line += wrap.open;
    line += run.look.isCode ? inTicks(words) : textOf(words, run.look);
    open = wanted;
    blanks = run.text.slice(run.text.trimEnd().length);
  });
  return line + closing(open, 0);
}

function closing(open: readonly Wrap[], from: number): string {
  return open
    .slice(from)
    .reverse()
    .map((wrap) => wrap.close)
    .join("");
}

function wrapsOf({ text, look }: Run, isPartOfWord: boolean): Wrap[] {
  const wraps: Wrap[] = [];
  if (look.href !== null && isNamed(text.trim(), look.href))
    wraps.push({ key: look.href, open: "[", close: `](${addressOf(look.href)})` });
  if (look.isBold) wraps.push({ key: "bold", open: "**", close: "**" });
  if (look.isStruck) wraps.push({ key: "strike", open: "~~", close: "~~" });
  // Inside of a word an underscore is one.
  if (look.isItalic && !isPartOfWord) wraps.push({ key: "italic", open: "_", close: "_" });
  return wraps;
}

/** A link whose words say nothing but where it leads is its address; and names of people and rooms are links by themselves. */
function isNamed(words: string, href: string): boolean {
  return !/^[@#]/.test(words) && ![href, href.replace(/\/$/, ""), href.replace("mailto:", "")].includes(words);
}

function addressOf(href: string): string {
  return href.replace(/[()<>[\]|]/g, (unit) => `%${unit.charCodeAt(0).toString(16)}`);
}

function textOf(words: string, { href }: Look): string {
  return href === null ? words : words.replaceAll("[", "(").replaceAll("]", ")");
}

function inTicks(code: string): string {
  const ticks = ["`", "``", "```"].find((mark) => !code.includes(mark));
  if (ticks === undefined) return code;
  return /^`|`$/.test(code) ? `${ticks} ${code} ${ticks}` : ticks + code + ticks;
}

/** Whether letters stand right before or after it that do not lean as it does. */
function isInWord(runs: readonly Run[], at: number): boolean {
  const { text = "" } = runs[at] ?? {};
  const before = runs[at - 1];
  const after = runs[at + 1];
  const touches = (one: string, other: string) => /[\p{L}\p{N}]$/u.test(one) && /^[\p{L}\p{N}]/u.test(other);
  return touches(before?.text.slice(-2) ?? "", text) || touches(text, after?.text ?? "");
}
