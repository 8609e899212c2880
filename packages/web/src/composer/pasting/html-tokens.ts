/** A piece of HTML: an opening or closing tag, or text with its entities read. */
export type HtmlToken = { kind: "open" | "close"; name: string; attributes: string } | { kind: "text"; text: string };

const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)/;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g;

/**
 * What a browser or an office program puts on the clipboard, in pieces: once through, whatever it holds. It is only
 * read, never shown, so nothing in it can act.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    const textEnd = next === -1 ? html.length : next;
    if (textEnd > at) yield { kind: "text", text: decoded(html.slice(at, textEnd)) };
    if (next === -1) return;
    const [, slash, name] = TAG.exec(html.slice(next, next + 40)) ?? [];
    const end = name === undefined ? endOfOther(html, next) : endOfTag(html, next);
    // Never closed: no tag, and nothing after it is one.
    if (end === -1) {
      yield { kind: "text", text: decoded(html.slice(next)) };
      return;
    }
    if (name !== undefined) {
      const attributes = html.slice(next + 1 + (slash?.length ?? 0) + name.length, end - 1);
      yield { kind: slash === "/" ? "close" : "open", name: name.toLowerCase(), attributes };
    } else if (end === next + 1) yield { kind: "text", text: "<" };
    at = end;
  }
}

/** The place after the `>` of a tag; one in a quoted value is none. */
function endOfTag(html: string, start: number): number {
  let quote = "";
  for (let at = start; at < html.length; at += 1) {
    const unit = html.charAt(at);
    if (quote !== "") {
      if (unit === quote) quote = "";
    } else if (unit === '"' || unit === "'") quote = unit;
    else if (unit === ">") return at + 1;
  }
  return -1;
}

/** Comments and declarations are passed over; a lone `<` is text. */
function endOfOther(html: string, start: number): number {
  const mark = html.startsWith("<!--", start) ? "-->" : ">";
  if (mark === ">" && !/[!?]/.test(html.charAt(start + 1))) return start + 1;
  const end = html.indexOf(mark, start);
  return end === -1 ? -1 : end + mark.length;
}

function decoded(text: string): string {
  return text.replace(ENTITY, (whole, ...groups: (string | undefined)[]) => {
    const [decimal, hexadecimal, name] = groups;
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : whole;
  });
}

/** The value of one attribute. */
export function attribute(attributes: string, wanted: string): string | undefined {
  for (const [, name = "", double, single, bare] of attributes.matchAll(
    /(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  ))
    if (name.toLowerCase() === wanted) return decoded(double ?? single ?? bare ?? "");
  return undefined;
}
