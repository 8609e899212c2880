import { expect, test } from "vitest";
import { completeEmoji } from "./complete-emoji.ts";
import { loadEmoji } from "./emoji-data.ts";

async function first(query: string, recent: readonly string[] = []) {
  const { all } = await loadEmoji("de");
  return completeEmoji(all, query, recent).map(({ emoji, code }) => `${emoji.emoji} ${code}`);
}

test("a whole code stands first, then what begins so, then later words of codes, then names", async () => {
  expect((await first("smile"))[0]).toBe("😄 smile");
  expect((await first("+1"))[0]).toBe("👍 +1");
  expect((await first("tad"))[0]).toBe("🎉 tada");
  expect(await first("faust")).toContain("👊 facepunch");
  expect(await first("xd")).toEqual([]);
});

test("of equals, those used lately come first", async () => {
  expect((await first("hear"))[0]).not.toContain("💟");
  expect((await first("hear", ["💟"]))[0]).toBe("💟 heart_decoration");
});
