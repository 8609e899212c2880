/** Whether nested arrays and objects go deeper than `limit`. Without recursion, so that no depth can overflow the stack. */
export function isTooDeep(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== "object" || one === null) continue;
      if (depth === limit) return true;
      for (const child of Object.values(one)) if (typeof child === "object" && child !== null) next.push(child);
    }
    level = next;
  }
  return false;
}
