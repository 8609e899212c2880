import { expect, test } from "vitest";
import { linkWords } from "./words.ts";

test("a link says what is behind it once that is known, and obeys nothing in it", () => {
  const url = "https://news.site/a";
  expect(linkWords({ url, title: "A \u001b[2Jstory", siteName: "The\u202eNews" })).toBe(
    "🔗 A ␛[2Jstory (The<U+202E>News)",
  );
  expect(linkWords({ url, title: "A story" })).toBe("🔗 A story (news.site)");
  expect([linkWords({ url, isComing: true }), linkWords({ url }), linkWords(undefined)]).toEqual([
    ...[undefined, undefined, undefined],
  ]);
});
