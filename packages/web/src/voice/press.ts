/** Held shorter than this it was a tap: recording goes on without a finger. */
const TAP_MS = 400;
const LOCK_PX = 64;
const CANCEL_PX = 110;

/** How far a finger has gone from where it came down, and for how long it is there. */
export interface Press {
  readonly dx: number;
  readonly dy: number;
  readonly heldMs: number;
}

/** What a finger that moves asks for: upwards it locks, to the left it throws away. */
export function askedBy({ dx, dy }: Press): "hold" | "lock" | "cancel" {
  if (dx <= -CANCEL_PX) return "cancel";
  return dy <= -LOCK_PX && -dy > -dx ? "lock" : "hold";
}

/** What it asks for when it is lifted. */
export function askedOnRelease({ heldMs }: Press): "lock" | "send" {
  return heldMs < TAP_MS ? "lock" : "send";
}

/** From 0 to 1: how near it is to throwing away, and to locking. */
export function nearness({ dx, dy }: Press): { cancel: number; lock: number } {
  return { cancel: part(-dx / CANCEL_PX), lock: part(-dy / LOCK_PX) };
}

function part(value: number): number {
  return Math.min(1, Math.max(0, value));
}
