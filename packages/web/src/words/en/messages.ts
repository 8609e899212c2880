import { pluralIn } from "../plural.ts";

const plural = pluralIn("en");
const list = new Intl.ListFormat("en", { type: "conjunction" });

export const messages = {
  title: "Messages",
  today: "Today",
  yesterday: "Yesterday",
  toDay: "Jump to a date",
  newMessages: "New messages",
  toNew: (count: number) => plural(count, { one: "# new message", other: "# new messages" }),
  toLatest: "To the latest messages",
  photos: (count: number) => (count === 1 ? "Photo" : `${count} photos`),
  videos: (count: number) => (count === 1 ? "Video" : `${count} videos`),
  voice: "Voice message",
  sticker: (emoji: string) => `${emoji} Sticker`,
  poll: (question: string) => `Poll: ${question}`,
  files: (count: number) => `${count} files`,
  edited: "edited",
  deleted: "This message was deleted.",
  fromBlocked: (count: number) =>
    plural(count, { one: "# message from someone you blocked", other: "# messages from someone you blocked" }),
  showBlocked: "Show",
  blockedQuote: "Message from someone you blocked",
  disappeared: (count: number) =>
    plural(count, { one: "# message has disappeared", other: "# messages have disappeared" }),
  deletedQuote: "Deleted message",
  unknownPerson: "Somebody who left",
  you: "You",
  sending: "Sending",
  waiting: "Waiting for the connection",
  stored: "Sent",
  delivered: "Delivered",
  read: "Read",
  failedShort: "Not sent",
  answers: "In reply to",
  typing: (names: readonly string[]) =>
    names.length > 3
      ? "Several people are typing…"
      : names.length === 1
        ? `${names[0]} is typing…`
        : `${list.format(names)} are typing…`,
  startTitle: (name: string) => `This is the beginning of ${name}`,
  startText: "Say hello: everybody in here sees what you write.",
  startDirect: "Only the people in this conversation see what you write here.",
  emptyInvite: "Invite somebody, or write the first message.",
  loadingOlder: "Loading older messages…",
  reactions: "Reactions",
  reacted: (count: number, emoji: string, isMine: boolean) =>
    `${plural(count, { one: "# person", other: "# people" })} reacted with ${emoji}${isMine ? ", you among them" : ""}`,
  reactedBy: (names: readonly string[], more: number, emoji: string) =>
    `${list.format(more > 0 ? [...names, plural(more, { one: "# more", other: "# more" })] : names)} reacted with ${emoji}`,
  spoiler: "Spoiler. Press to show.",
  copyCode: "Copy code",
  row: (name: string, text: string, time: string) => `${name}, ${time}: ${text}`,
};
