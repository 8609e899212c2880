import { type Block, type Message, parseText, plainText } from "@parley/contract";

// Keyed by immutable messages, and gone with them: a memory of what was computed, not state.
const trees = new WeakMap<Message, Block[]>();

/** The tree of a message's text, parsed once. */
export function parsed(message: Message): Block[] {
  const known = trees.get(message);
  if (known) return known;
  const tree = parseText(message.body);
  trees.set(message, tree);
  return tree;
}

/** A message on one line, without markup; spoilers stay hidden. */
export function previewOf(message: Message): string {
  return plainText(parsed(message)).slice(0, 200);
}
