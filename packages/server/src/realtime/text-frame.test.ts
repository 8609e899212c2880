import { expect, test } from "vitest";
import { frameOf } from "./text-frame.ts";

/** RFC 6455, 5.2: seven bits of length, or 126 and two bytes, or 127 and eight. */
test.each([
  ["nothing but the type", "", [0x81, 1]],
  ["the longest with seven bits", "x".repeat(124), [0x81, 125]],
  ["the shortest with two bytes", "x".repeat(125), [0x81, 126, 0, 126]],
  ["bytes, not characters", "🙂".repeat(32), [0x81, 126, 0, 129]],
  ["the longest with two bytes", "x".repeat(65_534), [0x81, 126, 255, 255]],
  ["the shortest with eight bytes", "x".repeat(65_535), [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])("%s", (_, text, header) => {
  const frame = frameOf(text);
  expect([...frame.subarray(0, header.length)]).toEqual(header);
  expect(frame.toString("utf8", header.length)).toBe(`4${text}`);
});
