import { expect, test } from "vitest";
import { fileSize } from "./file-size.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1_500, "1.5 kB"],
  [24_000, "24 kB"],
  [2_400_000, "2.4 MB"],
  [3_000_000_000_000, "3,000 GB"],
])("%d bytes", (bytes, words) => {
  expect(fileSize(bytes, "en")).toBe(words);
});
