/** The bytes from the first to the last, both included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * What a `Range` header asks for of so many bytes (RFC 9110, section 14): one range; `all` where it asks for none, for
 * several, or in a way that is not known; `none` where nothing of it is there.
 */
export function rangeIn(header: string | undefined, bytes: number): Range | "all" | "none" {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return "all";
  if (from === "") return lastOf(Number(to), bytes);
  const first = Number(from);
  const last = to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== "" && Number(to) < first) return "all";
  return first >= bytes ? "none" : { first, last };
}

/** The last so many. */
function lastOf(count: number, bytes: number): Range | "none" {
  return count === 0 || bytes === 0 ? "none" : { first: Math.max(0, bytes - count), last: bytes - 1 };
}
