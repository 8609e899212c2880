import { expect, test } from "vitest";
import { peopleCommands } from "../commands/catalog.ts";
import { commandIn } from "./commands.ts";

test("every command about people and order is one in plain lines too", () => {
  for (const { name } of peopleCommands) expect(commandIn(`/${name} some thing`)).toEqual({ name, rest: "some thing" });
  expect(commandIn("/ADD  @bob ")).toEqual({ name: "add", rest: "@bob" });
});

test.each([
  "hello",
  "hello /add",
  " /add @bob",
  "//add @bob",
  "/jion #ops",
  "/join #ops",
  "/usr/bin/add is full",
  "/",
  "exit",
])("%j is a message, as it always was", (line) => {
  expect(commandIn(line)).toBeNull();
});
