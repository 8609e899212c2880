import { foldHandle, foldRoomName, MAX_FOLDED_UNITS, withoutTrailingMarks } from "../names/fold.ts";
import { addressRunAt, bareLink, safeHref } from "./links.ts";
import { isMark, isStyle, OpenStyles } from "./open-styles.ts";
import type { Inline } from "./tree.ts";

interface Scan {
  readonly text: string;
  readonly styles: OpenStyles;
  /** Inside a link's label nothing else may be pressed, nor anybody called. */
  readonly isLabel: boolean;
  /** Lengths of back-tick runs known to have no partner further on, so that each is looked for once. */
  readonly unpaired: Set<number>;
}

/** The colon of `:name:` is behind a letter or a number something else, as in 12:30:45. */
const SPECIAL = /`+|\*+|_+|~+|\|+|\[|@|#|https?:\/\/|mailto:|(?<![a-z0-9]):[a-z0-9_+-]{2,32}:/gi;
const TICKS = /`+/g;
const LABELLED = /\[([^[\]]+)\]\(((?:[^\s()<>[\]]|\([^\s()<>[\]]*\))+)\)/y;

/** Letters, marks, numbers, emoji with their joiners, and `_ . -`: what a folded name is made of. Not straight after a
 * letter or number (an e-mail address), except in scripts that write no spaces. */
const REFERENCE =
  /(?<![/@#&]|(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}])[\p{L}\p{N}])[@#](?:[\p{L}\p{M}\p{N}\p{ExtPict}\p{EMod}\p{RI}\u{e0020}-\u{e007f}_.-]|\u200d)+/uy;

/** Text within one block → nodes, in one pass. `limit`: how many levels of nesting it may have. */
export function parseInline(text: string, limit: number, isLabel = false): Inline[] {
  const scan: Scan = { text, styles: new OpenStyles(limit), isLabel, unpaired: new Set() };
  let at = 0;
  for (;;) {
    SPECIAL.lastIndex = at;
    const found = SPECIAL.exec(text);
    if (!found) break;
    scan.styles.addText(text.slice(at, found.index));
    at = found.index + readSpecial(scan, found[0], found.index);
  }
  scan.styles.addText(text.slice(at));
  return scan.styles.finish();
}

/** Reads what starts with `token` at `at`; answers how many units it took, which is never none. */
function readSpecial(scan: Scan, token: string, at: number): number {
  const first = token[0];
  let taken = 0;
  if (first === "`") taken = readCode(scan, token.length, at);
  else if (isMark(first)) taken = readMarks(scan, token, at);
  else if (scan.isLabel || first === ":") taken = 0;
  else if (first === "[") taken = readLabelledLink(scan, at);
  else if (first === "@" || first === "#") taken = readReference(scan, at);
  else taken = readBareLink(scan, at);
  if (taken > 0) return taken;
  if (first === ":") scan.styles.add({ kind: "emoji", text: token });
  else scan.styles.addText(token);
  return token.length;
}

function readCode(scan: Scan, length: number, at: number): number {
  if (length > 3 || scan.unpaired.has(length)) return 0;
  const start = at + length;
  TICKS.lastIndex = start;
  for (let ticks = TICKS.exec(scan.text); ticks; ticks = TICKS.exec(scan.text)) {
    if (ticks[0].length !== length) continue;
    const text = scan.text.slice(start, ticks.index);
    const isPadded = text.startsWith(" ") && text.endsWith(" ") && text.trim() !== "";
    scan.styles.add({ kind: "code", text: isPadded ? text.slice(1, -1) : text });
    return ticks.index + length - at;
  }
  scan.unpaired.add(length);
  return 0;
}

function readMarks({ text, styles }: Scan, token: string, at: number): number {
  const [mark] = token;
  const { length } = token;
  if (!isMark(mark) || !isStyle(mark, length)) return 0;
  const before = text[at - 1] ?? " ";
  const after = text[at + length] ?? " ";
  const canClose = !/\s/.test(before) && !isInsideWord(token, after);
  const canOpen = !/\s/.test(after) && !isInsideWord(token, before) && before !== "\\";
  const left = canClose ? styles.close(mark, length) : length;
  if (left > 0 && canOpen) styles.open(mark, left);
  else styles.addText(mark.repeat(left));
  return length;
}

/** `snake_case_names` and `2*3*4` are no italics. The stricter rule is for `_`; `*` may touch letters that are not Latin. */
function isInsideWord(token: string, neighbour: string): boolean {
  if (token === "_") return /[\p{L}\p{N}]/u.test(neighbour);
  return token === "*" && /[a-z0-9]/i.test(neighbour);
}

function readLabelledLink({ text, styles }: Scan, at: number): number {
  LABELLED.lastIndex = at;
  const [whole = "", label = "", address = ""] = LABELLED.exec(text) ?? [];
  const href = safeHref(address);
  if (href === undefined || label.trim() === "") return 0;
  styles.add({ kind: "link", href, children: parseInline(label, styles.reserve(1), true) });
  return whole.length;
}

function readBareLink({ text, styles }: Scan, at: number): number {
  if (/[a-z0-9+.-]/i.test(text[at - 1] ?? " ")) return 0;
  const run = addressRunAt(text, at);
  const link = bareLink(run);
  if (!link) {
    styles.addText(run);
    return run.length;
  }
  styles.reserve(1);
  styles.add({ kind: "link", href: link.href, children: [{ kind: "text", text: link.text }] });
  return link.text.length;
}

function readReference({ text, styles }: Scan, at: number): number {
  REFERENCE.lastIndex = at;
  const run = REFERENCE.exec(text)?.[0] ?? "";
  const token = withoutTrailingMarks(run);
  const isMention = token.startsWith("@");
  const written = token.slice(1);
  const name = written.length > MAX_FOLDED_UNITS ? "" : (isMention ? foldHandle : foldRoomName)(written);
  if (name === "") {
    styles.addText(run);
    return run.length;
  }
  styles.add(isMention ? { kind: "mention", handle: name, text: token } : { kind: "room", name, text: token });
  return token.length;
}
