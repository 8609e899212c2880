import type { Shown } from "./sharing.ts";

/** A member's pointers into a room's numbers. `shownReadSeq` is what others see of `readSeq`. */
export interface Pointers {
  readonly readSeq: number;
  readonly shownReadSeq: number;
  readonly deliveredSeq: number;
}

/** Where a pointer may go, and which of its moves others are shown. */
export interface Bounds {
  readonly lastSeq: number;
  readonly shown: Shown;
}

/** After reading up to `seq`; null if that changes nothing. Never past the last message, only ever forwards. */
export function readUpTo(pointers: Pointers, seq: number, { lastSeq, shown }: Bounds): Pointers | null {
  const readSeq = Math.max(pointers.readSeq, Math.min(seq, lastSeq));
  return readSeq === pointers.readSeq ? null : showing({ ...pointers, readSeq }, shown);
}

/** Once others are shown what was read while they were not, as far as they are; null if that changes nothing. */
export function caughtUp(pointers: Pointers, shown: Shown): Pointers | null {
  const next = showing(pointers, shown);
  const isSame = next.shownReadSeq === pointers.shownReadSeq && next.deliveredSeq === pointers.deliveredSeq;
  return isSame ? null : next;
}

function showing(pointers: Pointers, shown: Shown): Pointers {
  const { readSeq, shownReadSeq, deliveredSeq } = pointers;
  return {
    readSeq,
    shownReadSeq: shown.read ? Math.max(shownReadSeq, readSeq) : shownReadSeq,
    deliveredSeq: shown.delivered ? Math.max(deliveredSeq, readSeq) : deliveredSeq,
  };
}

/** After "mark unread from here": one's own pointer goes back, what others were shown stays. */
export function unreadFrom(pointers: Pointers, seq: number, lastSeq: number): Pointers | null {
  const readSeq = Math.min(seq, lastSeq);
  return readSeq === pointers.readSeq ? null : { ...pointers, readSeq };
}

/** After messages up to `seq` reached a device. */
export function deliveredUpTo(pointers: Pointers, seq: number, { lastSeq, shown }: Bounds): Pointers | null {
  if (!shown.delivered) return null;
  const deliveredSeq = Math.max(pointers.deliveredSeq, Math.min(seq, lastSeq));
  return deliveredSeq === pointers.deliveredSeq ? null : { ...pointers, deliveredSeq };
}
