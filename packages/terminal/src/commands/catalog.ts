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

/** The commands about people, order and what was said: in the full screen and in plain lines alike. */
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
  { name: "file", usage: "PATH [words]", summary: "send a file of this machine" },
  {
    name: "get",
    usage: "[number] [FOLDER]",
    summary: "keep the files of a message here, the last ones without a number",
  },
  { name: "sticker", usage: "emoji|name|words", summary: "send a sticker; without a name, what there are" },
  {
    name: "media",
    usage: "[files | links | voice]",
    summary: "what was shared in this room: photos and videos, or these",
    options: ["files", "links", "voice"],
  },
  { name: "undo", usage: "", summary: "take back what you have just sent" },
  { name: "seen", usage: "[number]", summary: "who has read a message, your last one without a number" },
  { name: "react", usage: "[number] emoji|:name:", summary: "react to a message; again takes it back" },
  {
    name: "poll",
    usage: "Question | Answer | Answer",
    summary: "ask this room; --several and --anonymous stand before the question",
  },
  {
    name: "vote",
    usage: "number 1,3 | none",
    summary: "vote in a poll by the numbers of its answers, or take it back",
  },
  { name: "close-poll", usage: "number", summary: "end a poll for good" },
  {
    name: "search",
    usage: "words",
    summary:
      "find messages, also from:@name in:#room has:link|file|image|voice|poll|sticker before:2026-03-14 mentions:me",
  },
  { name: "pin", usage: "number", summary: "pin a message, for everyone in this room" },
  { name: "unpin", usage: "number", summary: "take a pin off" },
  { name: "pins", usage: "", summary: "what is pinned in this room" },
  { name: "edits", usage: "number", summary: "what a message said before it was edited" },
  { name: "save", usage: "number", summary: "keep a message for later, for you alone; again keeps it no longer" },
  { name: "saved", usage: "", summary: "what you keep for later, from all rooms" },
  {
    name: "later",
    usage: "[time text | online text | now number | delete number]",
    summary: "send a text at 18:30, tomorrow 9:00 or 2026-12-24 18:00, or when they are online; alone, what waits",
    options: ["tomorrow", "online", "now", "delete"],
  },
  {
    name: "forward",
    usage: "number[-number] #room|@name [thread number]",
    summary: "say messages of this room again in another, or in a thread there",
  },
  { name: "unlink", usage: "[number]", summary: "take the preview of a link off, your last one without a number" },
  {
    name: "thread",
    usage: "number [words]",
    summary: "open the thread of a message, or say something in it; without a number back to its room",
  },
  { name: "threads", usage: "", summary: "the threads that you follow" },
  { name: "clear", usage: "", summary: "clear this conversation, for you alone" },
  { name: "expire", usage: "1h | off", summary: "after how long messages disappear", options: ["off", ...terms] },
  {
    name: "previews",
    usage: "on | off",
    summary: "whether links here show what is behind them, for everybody",
    options: ["on", "off"],
  },
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
