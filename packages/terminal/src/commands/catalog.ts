import { profileFields } from "./profile.ts";
import { reportReasons } from "./report.ts";

/** Whose handles Tab offers first. */
export type Whom = "asking" | "blocked" | "strangers";

export interface CommandDescription {
  readonly name: string;
  /** What stands behind its name. */
  readonly usage: string;
  readonly summary: string;
  /** Words that Tab completes behind it. */
  readonly options?: readonly string[];
  readonly whom?: Whom;
}

const terms = ["10m", "1h", "1d", "7d"];

/** The commands about people and order: in the full screen and in plain lines alike. */
export const peopleCommands = [
  {
    name: "profile",
    usage: "[@name] | name|handle|bio|zone|status text",
    summary: "a person's card, yours without a name; or change yours",
    options: profileFields,
  },
  { name: "friends", usage: "", summary: "your friends, requests both ways, and whom you blocked" },
  { name: "add", usage: "@name [line]", summary: "ask somebody to be your friend", whom: "strangers" },
  { name: "accept", usage: "[@name]", summary: "take up a request, or a stranger's conversation", whom: "asking" },
  { name: "decline", usage: "[@name]", summary: "want nothing of it; they are not told", whom: "asking" },
  { name: "unfriend", usage: "@name", summary: "be friends no more, or take your request back" },
  { name: "block", usage: "@name", summary: "neither of you reaches the other; they are not told" },
  { name: "unblock", usage: "@name", summary: "end that", whom: "blocked" },
  { name: "status", usage: "[emoji] text [for 2h] | clear", summary: "say what you are about", options: ["clear"] },
  {
    name: "presence",
    usage: "auto | busy | invisible",
    summary: "how you are shown to others",
    options: ["auto", "busy", "invisible"],
  },
  { name: "seen", usage: "[number]", summary: "who has read a message, your last one without a number" },
  { name: "clear", usage: "", summary: "clear this conversation, for you alone" },
  { name: "expire", usage: "1h | off", summary: "after how long messages disappear", options: ["off", ...terms] },
  {
    name: "report",
    usage: "@name|number reason…",
    summary: "tell those who keep order here",
    options: [...reportReasons],
  },
  { name: "warnings", usage: "", summary: "read what those who keep order told you" },
  { name: "kick", usage: "@name", summary: "take somebody out of this room" },
  { name: "ban", usage: "@name [1h|7d] [reason]", summary: "and keep them out", options: terms },
  { name: "unban", usage: "@name", summary: "let them come back" },
  { name: "mute", usage: "@name 10m|off", summary: "let somebody read only, for a while", options: ["off", ...terms] },
  { name: "restore", usage: "@name", summary: "as an administrator: end the suspension of an account" },
  { name: "export", usage: "[file]", summary: "everything of yours in one archive" },
  { name: "password", usage: "", summary: "choose another password" },
] as const satisfies readonly CommandDescription[];

export type PeopleCommand = (typeof peopleCommands)[number]["name"];
