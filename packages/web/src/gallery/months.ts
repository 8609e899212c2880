import type { GalleryItem } from "./gallery-item.ts";

export interface GalleryMonth {
  /** Such as `2026-3`, in the reader's time zone. */
  readonly key: string;
  readonly sentAt: number;
  readonly items: readonly GalleryItem[];
}

/** What was sent, month by month, in the order in which it comes. */
export function monthsOf(items: readonly GalleryItem[]): readonly GalleryMonth[] {
  const months: { key: string; sentAt: number; items: GalleryItem[] }[] = [];
  for (const item of items) {
    const date = new Date(item.sentAt);
    const key = `${date.getFullYear()}-${date.getMonth() + 1}`;
    const last = months.at(-1);
    if (last?.key === key) last.items.push(item);
    else months.push({ key, sentAt: item.sentAt, items: [item] });
  }
  return months;
}
