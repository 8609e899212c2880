import { expect, test } from "vitest";
import { numbered } from "../text/numbered.ts";
import { complete } from "./completion.ts";
import { readSubmission, slashCommands } from "./slash-command.ts";

test("every command is read, with what stands behind it", () => {
  for (const { name } of slashCommands) {
    expect(readSubmission(`/${name.toUpperCase()}  some thing `)).toEqual({
      kind: "command",
      command: { name, rest: "some thing" },
    });
  }
});

test("a command may have several lines behind it", () => {
  expect(readSubmission("/edit 12 one\ntwo")).toEqual({
    kind: "command",
    command: { name: "edit", rest: "12 one\ntwo" },
  });
  expect(numbered("12 one\ntwo")).toEqual({ seq: 12, text: "one\ntwo" });
  expect(numbered("#12")).toEqual({ seq: 12, text: "" });
  expect(numbered("3 apples")).toEqual({ seq: 3, text: "apples" });
  expect(numbered("three apples")).toEqual({ seq: null, text: "three apples" });
});

test.each([
  ["/jion", ["/join", "/pin"]],
  ["/re", ["/reply", "/reveal", "/retry"]],
  ["/xyzzy", []],
])("%s is unknown; it may have meant %j", (text, suggestions) => {
  expect(readSubmission(text)).toEqual({ kind: "unknown", name: text.slice(1), suggestions });
});

test.each([
  ["hello /join", "hello /join"],
  ["//join us", "/join us"],
  ["/usr/bin is full", "/usr/bin is full"],
  ["/", "/"],
])("%j is a message", (text, body) => {
  expect(readSubmission(text)).toEqual({ kind: "message", body });
});

const sources = {
  commands: ["/join", "/msg"],
  rooms: ["Big Plans", "ops"],
  handles: () => ["anna", "bob"],
  codes: () => [":smile:"],
  options: (command: string) => (command === "presence" ? ["auto", "busy"] : []),
};
const completions = (text: string) => complete([...text], text.length, sources)?.candidates;

test("Tab completes commands at the beginning, rooms and people anywhere", () => {
  expect(completions("/j")).toEqual(["/join"]);
  expect(completions("say /j")).toBeUndefined();
  expect(completions("/join #BIG")).toEqual(["#big-plans"]);
  expect(completions("hello @A")).toEqual(["@anna"]);
  expect(completions("hello @")).toEqual(["@anna", "@bob"]);
  expect(completions("hello")).toBeUndefined();
  expect(completions("/presence ")).toEqual(["auto", "busy"]);
  expect(completions("/presence b")).toEqual(["busy"]);
  expect(completions("say /presence b")).toBeUndefined();
  expect(complete([..."ask @b now"], 6, sources)).toEqual({ start: 4, end: 6, candidates: ["@bob"] });
});
