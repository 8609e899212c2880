import { expect, test } from "vitest";
import { operatorPieces, tokenAt, withoutPiece } from "./search-token.ts";

test.each([
  ["fro", { start: 0, text: "fro", operator: null, value: "" }],
  ["lunch from:ad", { start: 6, text: "from:ad", operator: "from", value: "ad" }],
  ["-In:gen", { start: 1, text: "In:gen", operator: "in", value: "gen" }],
  ["on:", { start: 0, text: "on:", operator: "on", value: "" }],
  ["at 10:30", { start: 3, text: "10:30", operator: null, value: "" }],
  ['"a phrase" has:', { start: 11, text: "has:", operator: "has", value: "" }],
])("%s|", (text, token) => {
  expect(tokenAt(text, text.length)).toEqual(token);
});

test.each(["", "lunch ", '"from:a', "-", '"one two"'])("nothing to complete in: %s|", (text) => {
  expect(tokenAt(text, text.length)).toBeNull();
});

test("only what stands before the caret counts", () => {
  expect(tokenAt("from:ada lunch", 7)).toMatchObject({ start: 0, value: "ad" });
});

test("operators with a value can be taken out one by one", () => {
  const text = "from:ada  lunch -is:pinned on: 10:30";
  expect(operatorPieces(text)).toEqual(["from:ada", "-is:pinned"]);
  expect(withoutPiece(text, "-is:pinned")).toBe("from:ada lunch on: 10:30");
});
