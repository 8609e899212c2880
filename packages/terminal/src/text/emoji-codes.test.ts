import { expect, test } from "vitest";
import { withEmoji } from "./emoji-codes.ts";

test.each([
  ["well done :tada:", "well done 🎉"],
  [":+1::heart: :SMILE:", "👍❤️ 😄"],
  ["(:joy:)", "(😂)"],
  ["no :such_emoji: here", "no :such_emoji: here"],
  ["12:30:45 std::joy:: a:joy:", "12:30:45 std::joy:: a:joy:"],
  ["`:joy:` and :joy:", "`:joy:` and 😂"],
  ["```\n:joy:\n``` :joy:", "```\n:joy:\n``` 😂"],
  ["no codes", "no codes"],
])("%j is sent as %j", (written, sent) => {
  expect(withEmoji(written)).toBe(sent);
});
