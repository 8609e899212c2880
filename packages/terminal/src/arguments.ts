import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { PeopleCommand } from "./commands/catalog.ts";
import { wrongUse } from "./failure.ts";
import { type InvitationLink, invitationLink } from "./invitation-link.ts";
import { type RoomReference, requiredReference } from "./rooms/reference.ts";

/** What every invocation may say; null or false when it was not said. */
export interface Options {
  readonly server: string;
  readonly user: string | null;
  readonly shouldRegister: boolean;
  readonly invitation: InvitationLink | null;
  readonly isJson: boolean;
  readonly profile: string | null;
}

export type Invocation =
  | { readonly kind: "help" }
  | { readonly kind: "chat"; readonly options: Options; readonly room: RoomReference | null; readonly isPlain: boolean }
  | {
      readonly kind: "send";
      readonly options: Options;
      readonly room: RoomReference;
      readonly text: string | null;
      readonly file: string | null;
    }
  | {
      readonly kind: "tail";
      readonly options: Options;
      readonly room: RoomReference;
      /** Everything after this seq; null for the last few. */
      readonly since: number | null;
      readonly isFollowing: boolean;
    }
  | { readonly kind: "rooms"; readonly options: Options }
  | {
      readonly kind: "command";
      readonly options: Options;
      readonly name: CommandWord;
      /** What would stand behind it in the chat. */
      readonly rest: string;
      readonly room: RoomReference | null;
    };

/** The commands of the chat that are subcommands too. */
const commandWords = [
  "friends",
  "profile",
  "add",
  "accept",
  "decline",
  "unfriend",
  "block",
  "unblock",
  "status",
  "presence",
  "seen",
  "react",
  "search",
  "warnings",
  "export",
] as const satisfies readonly PeopleCommand[];
type CommandWord = (typeof commandWords)[number];

export const defaultServer = "http://localhost:3000";

const definitions = {
  server: { type: "string" },
  user: { type: "string" },
  register: { type: "boolean" },
  invite: { type: "string" },
  room: { type: "string" },
  file: { type: "string" },
  plain: { type: "boolean" },
  json: { type: "boolean" },
  profile: { type: "string" },
  since: { type: "string" },
  follow: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsOptionsConfig;

type Name = keyof typeof definitions;
type Values = ReturnType<typeof parse>["values"];

/** Options that only some subcommands know; the others are for all of them. */
const onlyFor: Partial<Record<Name, readonly Invocation["kind"][]>> = {
  room: ["chat"],
  plain: ["chat"],
  json: ["send", "tail", "rooms", "command"],
  file: ["send"],
  since: ["tail"],
  follow: ["tail"],
};

/** Reads the command line; throws a {@link wrongUse} failure that says what is wrong with it. */
export function readArguments(args: readonly string[]): Invocation {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: "help" };
  const [word, ...rest] = positionals;
  const kind = word ?? "chat";
  const name = commandWords.find((known) => known === kind);
  if (name) return readCommand({ name, options: foreignRefused(values, "command") }, rest);
  if (kind !== "chat" && kind !== "send" && kind !== "tail" && kind !== "rooms") {
    throw wrongUse(`There is no subcommand "${kind}": send, tail, rooms, ${commandWords.join(", ")} there are.`);
  }
  const options = foreignRefused(values, kind);
  if (kind === "send") return readSend(options, values, rest);
  if (kind === "tail") return readTail(options, values, rest);
  refuseMore(rest);
  if (kind === "rooms") return { kind, options };
  const room = values.room === undefined ? null : requiredReference(values.room);
  return { kind, options, room, isPlain: values.plain ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: definitions, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrongUse(reason(error));
  }
}

/** Node's own words, without the advice meant for programmers. */
function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split(/\. To specify|\n/)[0] ?? text).replace(/\.?$/, ".");
}

/** The options, if all that were said are for this subcommand. */
function foreignRefused(values: Values, kind: Invocation["kind"]): Options {
  for (const name of Object.keys(values) as Name[]) {
    const kinds = onlyFor[name];
    if (!kinds || kinds.includes(kind)) continue;
    const named = kinds.flatMap((one) => (one === "command" ? commandWords : [one]));
    const place = kinds.includes("chat") ? "the chat itself, without a subcommand" : named.join(", ");
    throw wrongUse(`--${name} is for ${place}.`);
  }
  return readOptions(values);
}

function readOptions(values: Values): Options {
  const invitation = values.invite === undefined ? null : invitationLink(values.invite);
  const user = values.user?.trim() ?? null;
  if (user === "") throw wrongUse("--user wants a name.");
  return {
    server: serverAddress(values.server ?? invitation?.server ?? defaultServer),
    user,
    shouldRegister: values.register ?? false,
    invitation,
    isJson: values.json ?? false,
    profile: values.profile ?? null,
  };
}

function serverAddress(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw wrongUse(`"${text}" is not an address such as ${defaultServer}.`);
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

function readSend(options: Options, values: Values, [room, text, ...more]: string[]): Invocation {
  if (room === undefined) throw wrongUse("send wants a room: send '#name' [TEXT].");
  if (more.length > 0) throw wrongUse("send takes one text: put it in quotes.");
  if (text !== undefined && text.trim() === "") throw wrongUse("There is nothing in the text to send.");
  if (values.file?.trim() === "") throw wrongUse("--file wants the path of a file.");
  return { kind: "send", options, room: requiredReference(room), text: text ?? null, file: values.file ?? null };
}

function readTail(options: Options, values: Values, [room, ...more]: string[]): Invocation {
  if (room === undefined) throw wrongUse("tail wants a room: tail '#name'.");
  refuseMore(more);
  const since = values.since === undefined ? null : Number(values.since);
  if (since !== null && !(Number.isSafeInteger(since) && since >= 0 && values.since?.trim() !== "")) {
    throw wrongUse("--since wants the number of a message, such as 12; 0 is before the first.");
  }
  return { kind: "tail", options, room: requiredReference(room), since, isFollowing: values.follow ?? false };
}

function readCommand({ name, options }: { name: CommandWord; options: Options }, words: string[]): Invocation {
  if (name !== "seen" && name !== "react") {
    if (name === "export" && words.length !== 1) throw wrongUse("export wants a file: export FILE.");
    if (name === "search" && words.length === 0) throw wrongUse("search wants words: search WORDS.");
    return { kind: "command", options, name, rest: words.join(" "), room: null };
  }
  const [room, seq, emoji, ...more] = words;
  if (room === undefined || seq === undefined) throw wrongUse(`${name} wants a room and a number: ${name} '#name' 12.`);
  refuseMore(name === "seen" ? words.slice(2) : more);
  const rest = name === "seen" ? seq : `${seq} ${emoji ?? ""}`.trim();
  return { kind: "command", options, name, rest, room: requiredReference(room) };
}

function refuseMore([first]: string[]): void {
  if (first !== undefined) throw wrongUse(`"${first}" is more than was asked for.`);
}
