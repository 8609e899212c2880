import { expect, test } from "vitest";
import { loadEmoji } from "./emoji-data.ts";
import { sectionsOf } from "./sections.ts";

test("everything is under one heading", async () => {
  const { all } = await loadEmoji("en");
  const sections = sectionsOf(all, []);
  expect(sections.map(({ id }) => id)).toEqual([
    ...["faces", "people", "nature", "food", "travel", "activities", "objects", "symbols", "flags"],
  ]);
  expect(sections.flatMap(({ emoji }) => emoji)).toHaveLength(all.length);
});

test("what was used lately comes first, with the skin tone that it had", async () => {
  const { all } = await loadEmoji("en");
  const [recent] = sectionsOf(all, ["👍🏽", "😀", "no emoji"]);
  expect(recent?.id).toBe("recent");
  expect(recent?.emoji.map(({ emoji }) => emoji)).toEqual(["👍🏽", "😀"]);
  expect(recent?.emoji[0]?.pale).toBeUndefined();
});
