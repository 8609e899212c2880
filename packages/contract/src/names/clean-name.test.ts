import fc from "fast-check";
import { expect, test } from "vitest";
import { parseText } from "../text/parse-text.ts";
import { cleanName, cleanRoomName } from "./clean-name.ts";
import { foldHandle, foldRoomName } from "./fold.ts";

test.each([
  "Ann",
  "J. R. O'Neil-Smith_2",
  "O’Brien",
  "Jürgen Groß",
  "Đặng Thị Ngọc Ánh",
  "田中さん",
  "محمد",
  "नरेन्द्र",
  "မြို့",
  "สมชาย ใจดี",
  "🦊",
  "Ada 👩🏽‍🚀🏳️‍🌈🇩🇪",
  "7",
  "x".repeat(40),
  "👨‍👩‍👧‍👦".repeat(5),
])("%s is a name, kept as written", (name) => {
  expect(cleanName(name)).toEqual({ ok: true, name });
});

test("white space around a name goes, wide spaces become plain ones, letters are composed", () => {
  expect(cleanName("  Ann\u3000Lee ")).toEqual({ ok: true, name: "Ann Lee" });
  expect(cleanName("Jose\u0301")).toEqual({ ok: true, name: "Jos\u00e9" });
});

test.each([
  ["", /at least one/],
  ["   ", /at least one/],
  ["._-'", /at least one/],
  ["\u3164", /invisible/],
  ["\u2800", /only/],
  ["a\u200bb", /invisible/],
  ["a\u200db", /invisible/],
  ["a\u200cb", /invisible/],
  ["\ufeffAnn", /invisible/],
  ["a\u00adb", /invisible/],
  ["a\ufe0f", /invisible/],
  ["ann\u202egpj", /invisible/],
  ["\u2066ann", /invisible/],
  ["ann\u{e0041}", /invisible/],
  ["a\nb", /control/],
  ["a\u0000b", /control/],
  ["a\u001b[31m", /control/],
  ["a\u009bb", /control/],
  ["a\ud800", /broken/],
  ["a\ue000", /only/],
  ["a\u0378", /only/],
  ["a  b", /two spaces/],
  ["<b>ann</b>", /only/],
  ["a@b", /only/],
  ["a/b", /only/],
  ["＠ann", /only/],
  ["½", /only/],
  ["⁉️", /only/],
  ["⑴", /only/],
  ["#️⃣", /invisible|only/],
  ["\u0301ann", /letter to stand on/],
  ["a \u0301", /letter to stand on/],
  ["Z\u0335\u0321\u0354\u0319a", /accents/],
  ["x".repeat(41), /at most 40/],
  ["👨‍👩‍👧‍👦".repeat(6), /at most 40/],
  ["ﷺ".repeat(10), /at most 40/],
  ["x".repeat(1_000_000), /at most 40/],
  ["everyone", /reserved/],
  ["ADMIN", /reserved/],
  [" System ", /reserved/],
  ["ａｄｍｉｎ", /reserved/],
  ["_admin_", /reserved/],
  ["ad.min", /reserved/],
  ["Null", /reserved/],
])("%j is no name", (raw, reason) => {
  const cleaned = cleanName(raw);
  expect(cleaned).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});

test("a room's name is as a person's, longer, without its #", () => {
  expect(cleanRoomName("#Big Plans")).toEqual({ ok: true, name: "Big Plans" });
  expect(cleanRoomName("admin")).toEqual({ ok: true, name: "admin" });
  expect(cleanRoomName("r".repeat(50)).ok).toBe(true);
  expect(cleanRoomName("r".repeat(51))).toEqual({ ok: false, reason: "A name can have at most 50 characters." });
  for (const raw of ["#", "##a", "", "a/b", "a\u202eb"]) expect(cleanRoomName(raw).ok, raw).toBe(false);
});

const pieces = [
  ..."aZß1٣дñ中あ한 ._-'’İıςﬁŉǰ™©❤",
  "🦊",
  "👩🏽‍🚀",
  "🏳️‍🌈",
  "🇩🇪",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "1️⃣",
  "\u0301",
  "\u200d",
  "\u202e",
  "\ufe0f",
  "ᾳ",
  "ﷺ",
];
const names = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

test("the longest handle there can be is still found in running text", () => {
  const handle = "ﷺ".repeat(4) + "x".repeat(8);
  expect(foldHandle(handle)).toHaveLength(80);
  expect(cleanName(handle).ok).toBe(true);
  expect(parseText(`@${foldHandle(handle)}.`)[0]).toMatchObject({
    children: [{ kind: "mention" }, { kind: "text", text: "." }],
  });
});

test("every name that is accepted stays accepted, and can be mentioned by its handle", () => {
  fc.assert(
    fc.property(names, (raw) => {
      const person = cleanName(raw);
      if (person.ok) {
        expect(cleanName(person.name)).toEqual(person);
        const handle = foldHandle(person.name);
        expect(foldHandle(handle)).toBe(handle);
        expect(parseText(`@${handle}`)).toEqual([
          { kind: "paragraph", children: [{ kind: "mention", handle, text: `@${handle}` }] },
        ]);
      }
      const room = cleanRoomName(raw);
      if (room.ok) {
        const name = foldRoomName(room.name);
        expect(foldRoomName(name)).toBe(name);
        expect(parseText(`#${name}`)).toEqual([
          { kind: "paragraph", children: [{ kind: "room", name, text: `#${name}` }] },
        ]);
      }
    }),
    { numRuns: 5_000 },
  );
});
