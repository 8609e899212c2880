import { type Block, type Inline, plainText } from "@parley/contract";

/** An address in a text, and what stands there for it. */
export interface TextLink {
  readonly href: string;
  readonly text: string;
}

/** The addresses to follow in a message, each once, in their order; what is hidden as a spoiler stays so. */
export function linksIn(blocks: readonly Block[]): readonly TextLink[] {
  const found = new Map<string, TextLink>();
  collectFromBlocks(blocks, found);
  return [...found.values()];
}

function collectFromBlocks(blocks: readonly Block[], found: Map<string, TextLink>): void {
  for (const block of blocks) {
    if (block.kind === "paragraph") collect(block.children, found);
    else if (block.kind === "quote") collectFromBlocks(block.children, found);
    else if (block.kind === "list") for (const item of block.items) collectFromBlocks(item, found);
  }
}

function collect(nodes: readonly Inline[], found: Map<string, TextLink>): void {
  for (const node of nodes) {
    if (node.kind !== "link") {
      if ("children" in node && node.kind !== "spoiler") collect(node.children, found);
    } else if (!found.has(node.href)) {
      const text = plainText([{ kind: "paragraph", children: node.children }]);
      found.set(node.href, { href: node.href, text });
    }
  }
}

/** What an address is called: by its words, if it has any of its own; else without what all addresses have. */
export function linkWords({ href, text }: TextLink): { title: string; place: string } {
  const url = new URL(href);
  if (url.protocol === "mailto:") return { title: text.replace(/^mailto:/i, ""), place: url.pathname };
  const place = url.host.replace(/^www\./, "");
  const path = url.pathname === "/" ? "" : url.pathname;
  const isBare = /^https?:\/\//i.test(text);
  return { title: isBare ? `${place}${readable(`${path}${url.search}`)}` : text, place };
}

/** `%C3%A9` is to be read as it was written. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
