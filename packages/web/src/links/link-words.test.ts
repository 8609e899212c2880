import { expect, test } from "vitest";
import { hostOf, pathOf } from "./link-words.ts";

test("an address as people read it", () => {
  expect([hostOf("https://www.news.site/a"), hostOf("http://news.site:443/"), hostOf("nothing")]).toEqual([
    ...["news.site", "news.site:443", "nothing"],
  ]);
  expect(pathOf("https://news.site/caf%C3%A9?q=1#x")).toBe("/café?q=1");
  expect(pathOf("https://news.site/%E0%A4%A")).toBe("/%E0%A4%A");
});
