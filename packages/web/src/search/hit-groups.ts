import type { SearchHit, SearchOrder } from "@parley/contract";
import { startOfDay } from "../words/times.ts";

/** Hits under one heading: of one day, or one after the other in one room. */
export interface HitGroup {
  readonly key: string;
  readonly hits: readonly SearchHit[];
}

/**
 * The latest first are told apart by days, the most relevant by rooms, and only where they follow each other: so that
 * what comes later is always added at the end, and moves nothing.
 */
export function hitGroups(hits: readonly SearchHit[], order: SearchOrder): readonly HitGroup[] {
  const groups: { key: string; hits: SearchHit[] }[] = [];
  let last: string | null = null;
  for (const hit of hits) {
    const sign = order === "newest" ? `${startOfDay(hit.message.sentAt)}` : hit.roomId;
    if (sign !== last) groups.push({ key: `${sign} ${hit.message.id}`, hits: [] });
    groups.at(-1)?.hits.push(hit);
    last = sign;
  }
  return groups;
}
