import type { Message, SharedFile, User, UserId } from "@parley/contract";
import { fileWords } from "../files/words.ts";
import { type Line, span } from "../text/spans.ts";
import { moment } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer, headed } from "./answer.ts";
import { type CommandContext, currentRoom, wrongly } from "./context.ts";

const SHOWN = 20;
const SHOWN_CHARACTERS = 200;

/** What was shared in this room, the newest first: pictures and films, or what is named. `/get` keeps it here. */
export async function listMedia(context: CommandContext, rest: string): Promise<Answer> {
  switch (rest.trim()) {
    case "":
      return listFiles(context, "media", "Photos and videos here");
    case "files":
      return listFiles(context, "file", "Files here");
    case "voice":
      return listFiles(context, "voice", "Voice messages here");
    case "links":
      return listLinks(context);
    default:
      throw wrongly("/media, /media files, /media links or /media voice");
  }
}

async function listFiles(context: CommandContext, kind: "media" | "file" | "voice", title: string): Promise<Answer> {
  const roomId = currentRoom(context);
  const { entries, people, isEnd } = await context.client.call("file:list", { roomId, kind, limit: SHOWN });
  if (entries.length === 0) return answer("There is nothing of the kind here.");
  const lines = entries.map(({ file, ...place }) => listed(context, people, { ...place, words: fileWords(file) }));
  const facts = entries.map(({ file, seq }) => ({ type: "media", seq, ...factsOf(file) }));
  return { lines: [headed(title), ...lines, ...(isEnd ? [] : [more])], facts };
}

async function listLinks(context: CommandContext): Promise<Answer> {
  const roomId = currentRoom(context);
  const { messages, people, next } = await context.client.call("search:links", { roomId, limit: SHOWN });
  if (messages.length === 0) return answer("There is nothing of the kind here.");
  const lines = messages.map(({ body, ...place }) => {
    const words = visible(body.slice(0, SHOWN_CHARACTERS).replaceAll(/\s+/g, " "));
    return listed(context, people, { ...place, words });
  });
  const facts = messages.map(({ seq, body }) => ({ type: "link", seq, text: body }));
  return { lines: [headed("Links here"), ...lines, ...(next === null ? [] : [more])], facts };
}

type Listed = Pick<Message, "seq" | "senderId" | "sentAt"> & { words: string };

/** On one line, with the number of its message. */
function listed({ clock }: CommandContext, people: readonly User[], { seq, senderId, sentAt, words }: Listed): Line {
  const name = visible(nameOf(people, senderId));
  return [
    span(`  ${seq}  `, { isDim: true }),
    span(name, { isBold: true }),
    span(`  ${words}`),
    span(`  ${moment(sentAt, clock())}`, { isDim: true }),
  ];
}

function nameOf(people: readonly User[], id: UserId): string {
  return people.find((person) => person.id === id)?.name ?? "Somebody";
}

function factsOf({ name, kind, type, size }: SharedFile) {
  return { name, kind, mediaType: type, size };
}

const more: Line = [span("and more, sent before", { isDim: true })];
