import { expect, test } from "vitest";
import { continued, isInList } from "./list-lines.ts";

/** `|` is the caret. */
function broken(marked: string): string | null {
  const caret = marked.indexOf("|");
  const value = marked.replace("|", "");
  if (!isInList(value, caret)) return null;
  const { start, end, text, selection } = continued(value, caret);
  const after = value.slice(0, start) + text + value.slice(end);
  return `${after.slice(0, selection[0])}|${after.slice(selection[1])}`;
}

test.each([
  ["- milk|", "- milk\n- |"],
  ["x\n  - milk|, eggs", "x\n  - milk\n  - |, eggs"],
  ["9. nine|", "9. nine\n10. |"],
  ["> said|", "> said\n> |"],
  ["- milk\n- |", "- milk\n|"],
  ["- |milk", "- \n- |milk"],
])("%j goes on as %j", (before, after) => {
  expect(broken(before)).toBe(after);
});

test.each(["milk|", "-milk|", "1.5|", "|- milk", "```\n- milk|", "a - b|"])("%j does not", (before) => {
  expect(broken(before)).toBeNull();
});
