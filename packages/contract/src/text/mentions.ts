import { parseText } from "./parse-text.ts";
import type { Block, Inline } from "./tree.ts";

/** Whom a message calls: folded handles, each once, in order of appearance (they may belong to nobody), and `@everyone`. */
export interface Mentions {
  handles: string[];
  everyone: boolean;
}

/** The mentions in a message's text. Read from the tree, so that code and addresses call nobody. */
export function mentionsIn(body: string): Mentions {
  const found = new Set<string>();
  collectFromBlocks(parseText(body), found);
  const everyone = found.delete("everyone");
  return { handles: [...found], everyone };
}

function collectFromBlocks(blocks: Block[], found: Set<string>): void {
  for (const block of blocks) {
    if (block.kind === "paragraph") collect(block.children, found);
    else if (block.kind === "quote") collectFromBlocks(block.children, found);
    else if (block.kind === "list") for (const item of block.items) collectFromBlocks(item, found);
  }
}

function collect(nodes: Inline[], found: Set<string>): void {
  for (const node of nodes) {
    if (node.kind === "mention") found.add(node.handle);
    else if ("children" in node) collect(node.children, found);
  }
}
