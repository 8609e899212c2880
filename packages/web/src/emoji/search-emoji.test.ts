import { expect, test } from "vitest";
import { loadEmoji } from "./emoji-data.ts";
import { searchEmoji } from "./search-emoji.ts";
import { toned } from "./skin-tones.ts";

async function best(query: string, language: string, most = 5): Promise<string[]> {
  return searchEmoji((await loadEmoji(language)).all, query, most).map(({ emoji }) => emoji);
}

test.each([
  ["joy", "en", "😂"],
  ["+1", "en", "👍"],
  ["thumbs up", "en", "👍"],
  [":tada:", "en", "🎉"],
  ["Regenbogen", "de", "🌈"],
  ["daumen", "de", "👍"],
  ["bogen", "de", "🌈"],
  ["heart", "de", "❤️"],
  ["getrank", "de", "☕"],
  ["❤️", "de", "❤️"],
])("%j in %s finds %s", async (query, language, emoji) => {
  expect(await best(query, language, 40)).toContain(emoji);
});

test("the whole name stands first", async () => {
  expect((await best("joy", "en"))[0]).toBe("😂");
  expect((await best("katze", "de"))[0]).toBe("🐈");
  expect((await best("pizza", "de-AT"))[0]).toBe("🍕");
});

test("every word counts", async () => {
  expect(await best("red heart", "en")).toContain("❤️");
  expect(await best("red heart zzz", "en")).toEqual([]);
  expect(await best("  ", "en")).toEqual([]);
});

test("an emoji is written as keyboards write it", async () => {
  const { byCode } = await loadEmoji("en");
  expect(byCode.get("+1")?.emoji).toBe("👍");
  expect(byCode.get("heart")?.emoji).toBe("❤️");
  expect(byCode.get("smile")?.emoji).toBe("😄");
});

test("a skin tone goes to each hand and face", async () => {
  const { byCode, all } = await loadEmoji("de");
  const [thumb, heart] = [byCode.get("+1"), byCode.get("heart")];
  const pair = all.find(({ emoji }) => emoji === "🧑‍🤝‍🧑");
  if (!(thumb && heart && pair)) throw new Error("They are missing.");
  expect(toned(thumb, "🏽")).toBe("👍🏽");
  expect(toned(thumb, "")).toBe("👍");
  expect(toned(heart, "🏽")).toBe("❤️");
  expect(toned(pair, "🏿")).toBe("🧑🏿‍🤝‍🧑🏿");
});
