import { expect, test } from "vitest";
import { mentionsIn } from "./mentions.ts";

test.each([
  ["@Bob and @anna_lee, then @BOB", ["bob", "anna_lee"], false],
  ["@everyone @bob", ["bob"], true],
  ["@Everyone!", [], true],
  ["`@bob` ```@everyone```", [], false],
  ["```\n@bob\n@everyone\n```", [], false],
  ["[@bob](https://a.example) https://a.example/@bob me@bob.example", [], false],
  ["> - **@bob**\n> ||@eve||", ["bob", "eve"], false],
  ["@Weiß", ["weiss"], false],
  ["nobody", [], false],
])("%j calls %j, everyone: %j", (body, handles, everyone) => {
  expect(mentionsIn(body)).toEqual({ handles, everyone });
});
