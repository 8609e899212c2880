import { expect, test } from "vitest";
import { toggleMark } from "./formatting.ts";

test("a mark goes around the words, not the spaces", () => {
  expect(toggleMark(" so bold ", "**")).toEqual({ text: " **so bold** ", start: 1, end: 12 });
});

test("a second time takes it away", () => {
  expect(toggleMark("**bold**", "**")).toEqual({ text: "bold", start: 0, end: 4 });
});

test("with nothing selected the caret stands between the marks", () => {
  expect(toggleMark("", "`")).toEqual({ text: "``", start: 1, end: 1 });
});
