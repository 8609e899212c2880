import type { AnyId } from "./ids.ts";

/** `length` unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array;

const CANONICAL = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const LAST_INSTANT = 2 ** 48 - 1;
const COUNTER_SIZE = 2 ** 12;

/** Whether `value` is a UUIDv7 in canonical lower case. Says nothing about which noun it names: the caller's type does. */
export function isId<T extends AnyId>(value: unknown): value is T {
  return typeof value === "string" && CANONICAL.test(value);
}

/**
 * A new id. `now` is epoch milliseconds. Ids of the same millisecond have no order among themselves; where that
 * matters, use {@link idMaker}.
 */
export function newId<T extends AnyId>(now: number, random: RandomBytes = secureRandom): T {
  const bytes = random(10);
  return layOut(now, (((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0)) % COUNTER_SIZE, bytes) as T;
}

/**
 * A maker of ids that only ever grow, whatever the clock does (RFC 9562 section 6.2, method 1): within one millisecond,
 * or while the clock stands behind, the 12 bits after the time count up; when they run out, the time is taken one ahead.
 * `clock` answers epoch milliseconds. One maker per process (or client) is enough; it holds the only state.
 */
export function idMaker(clock: () => number, random: RandomBytes = secureRandom): <T extends AnyId>() => T {
  let lastMs = -1;
  let counter = 0;
  return <T extends AnyId>(): T => {
    const bytes = random(10);
    const now = Math.floor(clock());
    if (now > lastMs) {
      lastMs = now;
      // The upper half stays free, so that a busy millisecond has room to count.
      counter = (((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0)) % (COUNTER_SIZE / 2);
    } else if (++counter === COUNTER_SIZE) {
      lastMs += 1;
      counter = 0;
    }
    return layOut(lastMs, counter, bytes) as T;
  };
}

function secureRandom(length: number): Uint8Array {
  return globalThis.crypto.getRandomValues(new Uint8Array(length));
}

/** 48 bits of time, version 7, 12 bits of `counter`, variant 10, 62 bits from the first eight of `bytes`. */
function layOut(timeMs: number, counter: number, bytes: Uint8Array): string {
  if (!(timeMs >= 0 && timeMs <= LAST_INSTANT)) throw new RangeError("An id needs a time between 1970 and 10889.");
  const time = hex(Math.floor(timeMs), 12);
  let tail = "";
  for (let at = 0; at < 8; at += 1) {
    const byte = bytes[at] ?? 0;
    tail += hex(at === 0 ? (byte & 0x3f) | 0x80 : byte, 2);
  }
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, "0");
}
