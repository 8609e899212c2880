import { parseText } from "./parse-text.ts";
import type { Block, Inline } from "./tree.ts";

/**
 * The first web address that a text itself leads to: not one in code, nor in a spoiler, which hides what is behind it,
 * nor in a quote, which is somebody else's.
 */
export function firstLink(body: string): string | undefined {
  return /https?:\/\//i.test(body) ? inBlocks(parseText(body)) : undefined;
}

function inBlocks(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) {
    if (block.kind !== "paragraph" && block.kind !== "list") continue;
    const found = block.kind === "paragraph" ? inLine(block.children) : inBlocks(block.items.flat());
    if (found !== undefined) return found;
  }
  return undefined;
}

function inLine(nodes: readonly Inline[]): string | undefined {
  for (const node of nodes) {
    if (node.kind === "link" && node.href.startsWith("http")) return node.href;
    if (node.kind === "link" || node.kind === "spoiler" || !("children" in node)) continue;
    const found = inLine(node.children);
    if (found !== undefined) return found;
  }
  return undefined;
}
