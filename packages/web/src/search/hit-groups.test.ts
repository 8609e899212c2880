import type { SearchHit } from "@parley/contract";
import { expect, test } from "vitest";
import { hitGroups } from "./hit-groups.ts";

const hit = (roomId: string, seq: number, sentAt: Date) =>
  ({ roomId, marks: [], message: { id: `${roomId}${seq}`, seq, sentAt: sentAt.getTime() } }) as unknown as SearchHit;

const hits = [
  hit("a", 9, new Date(2026, 2, 14, 18)),
  hit("b", 4, new Date(2026, 2, 14, 0, 1)),
  hit("a", 7, new Date(2026, 2, 13, 23, 59)),
];

const seqs = (groups: ReturnType<typeof hitGroups>) =>
  groups.map((group) => group.hits.map(({ message }) => message.seq));

test("the latest first, by the reader's days", () => {
  expect(seqs(hitGroups(hits, "newest"))).toEqual([[9, 4], [7]]);
});

test("the most relevant, by rooms that follow each other; what comes later leaves what was there", () => {
  const groups = hitGroups(hits, "relevant");
  expect(seqs(groups)).toEqual([[9], [4], [7]]);
  const more = hitGroups([...hits, hit("a", 2, new Date(2026, 2, 1))], "relevant");
  expect(seqs(more)).toEqual([[9], [4], [7, 2]]);
  expect(more.map(({ key }) => key)).toEqual(groups.map(({ key }) => key));
});
