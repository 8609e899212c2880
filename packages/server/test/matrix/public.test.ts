import { requestNames } from "@parley/contract";
import { afterAll, expect, test } from "vitest";
import { end, expectNothingOutside, sendAsEveryone, setting } from "./everyone.ts";
import { rows } from "./rows.ts";

const of = await setting();
afterAll(() => end(of));

test("every request has a row", () => {
  expect(Object.keys(rows).sort()).toEqual([...requestNames].sort());
});

test.each(requestNames)("%s in a public room", (name) => sendAsEveryone(of, name, "public"));

test("nothing of any room reached a connection outside of it", () => expectNothingOutside(of));
