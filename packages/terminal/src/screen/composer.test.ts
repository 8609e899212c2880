import { expect, test } from "vitest";
import {
  type Composer,
  emptyComposer,
  erased,
  insert,
  moved,
  movedLine,
  recalled,
  submitted,
  textOf,
  withText,
} from "./composer.ts";
import { around, composerView } from "./composer-view.ts";

/** `|` stands for the cursor. */
function composer(text: string): Composer {
  const [before = "", after = ""] = text.split("|");
  const whole = withText(emptyComposer, before + after);
  return { ...whole, cursor: withText(emptyComposer, before).cursor };
}

const shown = ({ characters, cursor }: Composer): string =>
  `${characters.slice(0, cursor).join("")}|${characters.slice(cursor).join("")}`;

test("typing, moving and erasing go by characters as a reader takes them", () => {
  const family = insert(emptyComposer, "a👩‍👩‍👧é");
  expect(family.cursor).toBe(3);
  expect(shown(erased(moved(family, "left"), "left"))).toBe("a|é");
  expect(shown(insert(composer("e|x"), "\u0301"))).toBe("e\u0301|x");
});

test.each([
  ["one two|", "wordLeft", "one |two"],
  ["one  |two", "wordLeft", "|one  two"],
  ["|one two", "wordRight", "one| two"],
  ["a\nb|c", "lineStart", "a\n|bc"],
  ["a|b\nc", "lineStart", "|ab\nc"],
  ["|ab\nc", "lineStart", "|ab\nc"],
  ["|ab\nc", "lineEnd", "ab|\nc"],
  ["ab\n|c", "lineEnd", "ab\nc|"],
  ["|", "left", "|"],
] as const)("from %j, %s leads to %j", (from, motion, to) => {
  expect(shown(moved(composer(from), motion))).toBe(to);
});

test("up and down keep the column, and stop at the edges", () => {
  const up = movedLine(composer("abc\nde|"), -1);
  expect(up && shown(up)).toBe("ab|c\nde");
  const down = movedLine(composer("abc|\nde"), 1);
  expect(down && shown(down)).toBe("abc\nde|");
  expect(movedLine(composer("ab|c"), -1)).toBeNull();
  expect(movedLine(composer("ab|c"), 1)).toBeNull();
});

test("what was sent comes back, and then what was being written", () => {
  const sent = submitted(withText(submitted(withText(emptyComposer, "one")), "two"));
  const writing = insert(sent, "draft");
  const first = recalled(writing, -1);
  expect(textOf(first)).toBe("two");
  const second = recalled(first, -1);
  expect(textOf(second)).toBe("one");
  expect(recalled(second, -1)).toBe(second);
  expect(textOf(recalled(recalled(second, 1), 1))).toBe("draft");
});

test("the cursor is where the next character will be", () => {
  expect(composerView(composer("abcd|"), 4)).toEqual({ lines: ["abcd", ""], cursor: { row: 1, column: 0 } });
  expect(composerView(composer("日本|語"), 5)).toEqual({ lines: ["日本", "語"], cursor: { row: 1, column: 0 } });
  expect(composerView(composer("a\n|b"), 9)).toEqual({ lines: ["a", "b"], cursor: { row: 1, column: 0 } });
  expect(composerView(composer("|"), 9)).toEqual({ lines: [""], cursor: { row: 0, column: 0 } });
});

test("of a long text, the part with the cursor is in view", () => {
  const view = composerView(composer("1\n2\n3\n4\n5|"), 9);
  expect(around(view, 2)).toEqual({ lines: ["4", "5"], cursor: { row: 1, column: 1 } });
  expect(around(composerView(composer("|1\n2\n3"), 9), 2)).toEqual({
    lines: ["1", "2"],
    cursor: { row: 0, column: 0 },
  });
});
