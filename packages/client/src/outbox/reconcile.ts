import type { OutboxItem } from "../state.ts";

export interface Reconciling {
  /** Not on disk yet, or under way, or answered: what is on disk says nothing about it. */
  isBusy(item: OutboxItem): boolean;
  /** Taken off the disk while the listing was made. */
  isGone(key: string): boolean;
}

/** My items and those found on disk, as one list; the same list when nothing is new. */
export function reconciled(
  known: readonly OutboxItem[],
  found: readonly OutboxItem[],
  { isBusy, isGone }: Reconciling,
): readonly OutboxItem[] {
  const listed = new Map(found.map((item) => [item.key, item]));
  const kept = known.flatMap((item) => {
    const other = listed.get(item.key);
    if (isBusy(item) || !other) return isBusy(item) ? [item] : [];
    return [isSame(item, other) ? item : asFound(other)];
  });
  const keys = new Set(kept.map((item) => item.key));
  const added = found.filter((item) => !keys.has(item.key) && !isGone(item.key)).map(asFound);
  const isUnchanged =
    added.length === 0 && kept.length === known.length && kept.every((item, at) => item === known[at]);
  return isUnchanged ? known : [...kept, ...added].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** As it begins here: whoever was sending it does not any more. */
export function asFound(item: OutboxItem): OutboxItem {
  return item.status === "failed" ? item : { ...item, status: "waiting" };
}

function isSame(one: OutboxItem, other: OutboxItem): boolean {
  return (
    (one.status === "failed") === (other.status === "failed") &&
    one.areFilesUp === other.areFilesUp &&
    one.files?.length === other.files?.length
  );
}
