import type { AnyId } from "./ids.ts";

/** When an id was made, by the clock of whoever made it: epoch milliseconds, a UUIDv7's first 48 bits (RFC 9562, 5.7). */
export function timeOfId(id: AnyId): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
