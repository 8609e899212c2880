/** As many kinds as one message may have. */
import { limits } from "@parley/contract";

export function twentyKinds(): string[] {
  // From 🐀 on they are all animals.
  return Array.from({ length: limits.reactionKinds }, (_, at) => String.fromCodePoint(0x1f400 + at));
}
