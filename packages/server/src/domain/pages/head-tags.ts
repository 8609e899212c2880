/** A tag of a page's head: its name, its attributes, and of a title its text; all as they stand there. */
export interface HeadTag {
  readonly name: "meta" | "title" | "base";
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

const mostTags = 400;
const mostAttributes = 20;
/** Of these, nothing inside is markup. */
const rawText: ReadonlySet<string> = new Set(["script", "style", "noscript", "template", "textarea", "svg"]);
const wanted: ReadonlySet<string> = new Set(["meta", "title", "base"]);
const TAG = /<(?:!--|(\/?)([a-z][a-z0-9-]*))/giy;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;

/**
 * The tags that say what a page is, in one pass from front to back: no page, however made, takes longer than its length.
 * It reads as far as the body; a page without an end of its head is read to its end.
 */
export function headTags(html: string): HeadTag[] {
  const found: HeadTag[] = [];
  let at = html.indexOf("<");
  while (at >= 0 && found.length < mostTags) {
    TAG.lastIndex = at;
    const tag = TAG.exec(html);
    const [opening = "", slash = "", written = ""] = tag ?? [];
    const name = written.toLowerCase();
    if (name === "body" && slash === "") break;
    if (tag === null) at += 1;
    else if (opening === "<!--") at = after(html, "-->", at + 4);
    else {
      const { attributes, end } = attributesAt(html, at + opening.length);
      at = end;
      if (slash !== "") {
        if (name === "head") break;
      } else if (name === "title" || rawText.has(name)) {
        const close = closing(html, name, at);
        if (name === "title") found.push({ name, attributes, text: html.slice(at, close) });
        at = close;
      } else if (wanted.has(name)) found.push({ name: name as HeadTag["name"], attributes, text: "" });
    }
    at = at < 0 || at >= html.length ? -1 : html.indexOf("<", at);
  }
  return found;
}

/** Behind the next `mark`; the end of the page if there is none. */
function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

/** Where `</name` stands, whatever its case. */
function closing(html: string, name: string, from: number): number {
  for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2))
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return html.length;
}

function attributesAt(html: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  let at = from;
  while (attributes.size < mostAttributes) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(html);
    if (match === null) break;
    const [whole, name = "", double, single, bare] = match;
    at += whole.length;
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), double ?? single ?? bare ?? "");
  }
  return { attributes, end: after(html, ">", at) };
}
