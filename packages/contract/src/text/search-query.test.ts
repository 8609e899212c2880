import { expect, test } from "vitest";
import { parseSearch } from "./search-query.ts";

/** A query in few characters: `~` for a word that may go on, `-` for what is excluded. */
function shown(text: string): string[] {
  const { words, filters, problem } = parseSearch(text);
  const minus = (one: { isExcluded: boolean }) => (one.isExcluded ? "-" : "");
  return [
    ...words.map((one) => `${minus(one)}[${one.text}]${one.isPrefix ? "~" : ""}`),
    ...filters.map((one) => {
      const { kind, isExcluded: _, ...rest } = one;
      return `${minus(one)}${[kind, ...Object.values(rest)].join("=")}`;
    }),
    ...(problem === null ? [] : [`!${problem.operator}:${problem.value}`]),
  ];
}

test.each([
  ["", []],
  ["hello wor", ["[hello]", "[wor]~"]],
  ["hello world ", ["[hello]", "[world]"]],
  ["hel* world ", ["[hel]~", "[world]"]],
  ["one two one", ["[one]", "[two]", "[one]~"]],
  ['"new york" pizza', ["[new york]", "[pizza]~"]],
  ['"not closed', ["[not closed]"]],
  ['-cold -"ice cream" - hot', ["-[cold]", "-[ice cream]", "[-]", "[hot]~"]],
  ["https://example.org 10:30 foo:bar", ["[https://example.org]", "[10:30]", "[foo:bar]~"]],
  ["from:@Bob in:#Big-Plans x ", ["[x]", "from=bob", "in=big-plans"]],
  ["FROM:Weiß -in:ops", ["from=weiss", "-in=ops"]],
  ["has:link has:File -has:image has:voice", ["has=link", "has=file", "-has=image", "has=voice"]],
  ["has:poll -has:Sticker", ["has=poll", "-has=sticker"]],
  ["is:pinned is:edited mentions:me", ["is=pinned", "is=edited", "mentions-me"]],
  ["before:2026-03-14 after:2026-01-01 on:2026-02-02", ["before=2026-03-14", "after=2026-01-01", "on=2026-02-02"]],
  ["from: has: before:", []],
  ["has:lunch before:yesterday", ["!has:lunch"]],
  ["before:2026-02-30 x ", ["[x]", "!before:2026-02-30"]],
  ["mentions:you", ["!mentions:you"]],
  ["東京 タワー", ["[東京]", "[タワー]~"]],
  ["🎉", ["[🎉]~"]],
])("%j asks for %j", (text, expected) => {
  expect(shown(text)).toEqual(expected);
});
