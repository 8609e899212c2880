/**
 * Whether a text anywhere in `value` has a NUL or half a surrogate pair: no database, terminal or log agrees with another
 * on what these mean. Without recursion; the depth is for the caller to bound.
 */
export function hasBrokenText(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === "string") {
      if (one.includes("\0") || !one.isWellFormed()) return true;
    } else if (typeof one === "object" && one !== null) {
      for (const child of Object.values(one)) left.push(child);
    }
  }
  return false;
}
