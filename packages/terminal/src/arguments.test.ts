import { expect, test } from "vitest";
import { defaultServer, type Options, readArguments } from "./arguments.ts";
import { Failure } from "./failure.ts";

const plainOptions: Options = {
  server: defaultServer,
  user: null,
  shouldRegister: false,
  invitation: null,
  isJson: false,
  profile: null,
};

test("without arguments it is the chat in the lobby", () => {
  expect(readArguments([])).toEqual({ kind: "chat", options: plainOptions, room: null, isPlain: false });
});

test("options stand before or after the subcommand", () => {
  const before = readArguments(["--server", "https://chat.test/", "--user", "Ann", "--json", "send", "#ops", "hi"]);
  const after = readArguments(["send", "#ops", "hi", "--json", "--user=Ann", "--server=https://chat.test"]);
  expect(after).toEqual(before);
  expect(before).toEqual({
    kind: "send",
    options: { ...plainOptions, server: "https://chat.test", user: "Ann", isJson: true },
    room: { kind: "named", name: "ops" },
    text: "hi",
    file: null,
  });
});

test("a text that looks like an option stands after --", () => {
  expect(readArguments(["send", "@bob", "--", "--shrug"])).toMatchObject({
    room: { kind: "direct", handles: ["bob"] },
    text: "--shrug",
    file: null,
  });
});

test("tail since a number, following", () => {
  expect(readArguments(["tail", "#ops", "--since", "12", "--follow"])).toMatchObject({ since: 12, isFollowing: true });
  expect(readArguments(["tail", "#ops"])).toMatchObject({ since: null, isFollowing: false });
});

test("an invitation link names the server too, unless --server does", () => {
  const { options } = readArguments(["--invite", "https://chat.test/join#AbC_-1"]) as { options: Options };
  expect(options).toMatchObject({ server: "https://chat.test", invitation: { code: "AbC_-1" } });
  expect(readArguments(["--invite", "https://a.test/join#C", "--server", "http://b.test"])).toMatchObject({
    options: { server: "http://b.test" },
  });
  expect(readArguments(["--invite", "AbC_-1"])).toMatchObject({ options: { server: defaultServer } });
});

test("the commands about people are subcommands too", () => {
  expect(readArguments(["add", "@bob", "from", "the choir", "--json"])).toEqual({
    kind: "command",
    options: { ...plainOptions, isJson: true },
    name: "add",
    rest: "@bob from the choir",
    room: null,
  });
  expect(readArguments(["friends"])).toMatchObject({ name: "friends", rest: "" });
  expect(readArguments(["react", "#ops", "12", "🎉"])).toMatchObject({ name: "react", rest: "12 🎉" });
  expect(readArguments(["seen", "#ops", "12"])).toMatchObject({
    name: "seen",
    rest: "12",
    room: { kind: "named", name: "ops" },
  });
  expect(readArguments(["export", "mine.zip"])).toMatchObject({ name: "export", rest: "mine.zip" });
});

test("--help wins", () => {
  expect(readArguments(["send", "--help"])).toEqual({ kind: "help" });
  expect(readArguments(["-h"])).toEqual({ kind: "help" });
});

test.each([
  [["--nonsense"], /--nonsense/],
  [["dance"], /no subcommand "dance"/],
  [["send"], /wants a room/],
  [["send", "ops", "hi"], /"ops" is not a room/],
  [["send", "#", "hi"], /is not a room/],
  [["send", "@a,,b", "hi"], /is not a room/],
  [["send", "#ops", "hi", "there"], /quotes/],
  [["send", "#ops", " "], /nothing in the text/],
  [["send", "#ops", "hi", "--follow"], /--follow is for tail/],
  [["--json"], /--json is for send, tail, rooms/],
  [["--json"], /rooms, friends, profile/],
  [["seen", "#ops"], /seen wants a room and a number/],
  [["seen", "ops", "1"], /"ops" is not a room/],
  [["seen", "#ops", "1", "2"], /"2" is more/],
  [["export"], /export wants a file/],
  [["friends", "--follow"], /--follow is for tail/],
  [["rooms", "--plain"], /--plain is for the chat itself/],
  [["rooms", "more"], /"more" is more/],
  [["tail", "#ops", "--since", "yesterday"], /--since wants the number/],
  [["tail", "#ops", "--since", "-1"], /--since/],
  [["tail", "#ops", "--since", ""], /--since/],
  [["--server", "localhost:3000"], /not an address/],
  [["--server", "ftp://x"], /not an address/],
  [["--invite", "http://x.test/join#no spaces"], /not an invitation/],
  [["--user", " "], /--user wants/],
  [["--user"], /--user/],
])("%j is wrong use", (args, message) => {
  expect(() => readArguments(args)).toThrow(message);
  try {
    readArguments(args);
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect(error).toMatchObject({ exitCode: 2 });
  }
});
