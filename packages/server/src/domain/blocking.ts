/** Whether one of two people has blocked the other; `byMe` is said from the side of the one who asks. */
export interface Block {
  readonly byMe: boolean;
  readonly byThem: boolean;
}

/**
 * What could pass between two people. `write`: a private conversation of just the two. `find`: being listed to somebody
 * who looks for people. `quote`: carrying what they said elsewhere, under their name. `details`: whatever is more than the name. `count`: their messages in a room with others count
 * as unread, or notify.
 */
export const ties = [
  "write",
  "add",
  "call",
  "befriend",
  "find",
  "mention",
  "quote",
  "details",
  "presence",
  "typing",
  "receipts",
  "count",
] as const;
export type Tie = (typeof ties)[number];

/**
 * The one rule of blocking, whoever asks: whether this is withheld between the two. A block works both ways; only what
 * counts is mine alone, or the blocked one would learn of the block by a number that stands still.
 */
export function isWithheld(tie: Tie, { byMe, byThem }: Block): boolean {
  return byMe || (byThem && tie !== "count");
}

/** The same words for a block and for somebody's privacy: which of the two it is, is nobody's business. */
export const notReachable = {
  write: "They do not take messages from you.",
  add: "They cannot be brought into rooms by you.",
  call: "They do not take calls from you.",
} as const;

/** What to tell the one who is refused: whoever blocked knows it, and how to undo it. */
export function refusalWords(tie: keyof typeof notReachable, { byMe }: Pick<Block, "byMe">): string {
  if (!byMe) return notReachable[tie];
  return tie === "write" ? "You blocked them. Unblock to write." : "You blocked them. Unblock them first.";
}
