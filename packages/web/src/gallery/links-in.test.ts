import { parseText } from "@parley/contract";
import { expect, test } from "vitest";
import { linksIn, linkWords } from "./links-in.ts";

const named = (body: string) => linksIn(parseText(body)).map(linkWords);

test("each address once, wherever it stands, with its words", () => {
  expect(
    named("See [**the** plan](https://a.example/plan), https://www.b.example/x?y=1 and https://b.example"),
  ).toEqual([
    { title: "the plan", place: "a.example" },
    { title: "b.example/x?y=1", place: "b.example" },
    { title: "b.example", place: "b.example" },
  ]);
  expect(named("> https://a.example\n- https://a.example\n`https://c.example` ||https://d.example||")).toEqual([
    { title: "a.example", place: "a.example" },
  ]);
});

test("an address is read as it was written", () => {
  expect(named("https://a.example/caf%C3%A9 https://b.example/100%")).toEqual([
    { title: "a.example/café", place: "a.example" },
    { title: "b.example/100%", place: "b.example" },
  ]);
  expect(named("mailto:ada@a.example")).toEqual([{ title: "ada@a.example", place: "ada@a.example" }]);
});
