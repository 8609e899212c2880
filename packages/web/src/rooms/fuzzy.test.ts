import { expect, test } from "vitest";
import { fuzzyScore } from "./fuzzy.ts";

function rank(query: string, names: readonly string[]): string[] {
  const found = names.map((name) => ({ name, score: fuzzyScore(query, name) })).filter(({ score }) => score > 0);
  return found.sort((a, b) => b.score - a.score).map(({ name }) => name);
}

test("exact, beginning, word, inside, scattered: in this order", () => {
  const names = ["o-p-s-corner", "devops", "team-ops", "ops-night", "ops"];
  expect(rank("ops", names)).toEqual(["ops", "ops-night", "team-ops", "devops", "o-p-s-corner"]);
});

test("letters out of order are not found", () => {
  expect(fuzzyScore("spo", "ops")).toBe(0);
  expect(fuzzyScore("opsx", "ops")).toBe(0);
});

test("initials find words", () => {
  expect(rank("gr", ["garden-tools", "general-room"])[0]).toBe("general-room");
});

test("case, accents and a leading # do not matter", () => {
  expect(fuzzyScore("#JOSE", "José")).toBe(1_000);
});

test("an empty query keeps everything", () => {
  expect(fuzzyScore("", "anything")).toBeGreaterThan(0);
});
