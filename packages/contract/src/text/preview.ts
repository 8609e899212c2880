import type { Block, Inline } from "./tree.ts";

/** What stands for a spoiler, always the same length, so that not even that is given away. */
const SPOILER = "▒▒▒";

/** The text of a message on one line, without markup, for room lists, notifications and replies. Spoilers stay hidden. */
export function plainText(blocks: Block[]): string {
  return blocks.map(blockText).join(" ").replace(/\s+/g, " ").trim();
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return block.children.map(inlineText).join("");
    case "codeBlock":
      return block.text;
    case "quote":
      return plainText(block.children);
    case "list":
      return block.items.map(plainText).join(" ");
  }
}

function inlineText(node: Inline): string {
  if (node.kind === "spoiler") return SPOILER;
  return "children" in node ? node.children.map(inlineText).join("") : node.text;
}
