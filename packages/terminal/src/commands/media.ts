import type { GalleryEntry, GalleryKind, SharedFile, User, UserId } from "@parley/contract";
import { fileWords } from "../files/words.ts";
import { type Line, span } from "../text/spans.ts";
import { moment } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer, headed } from "./answer.ts";
import { type CommandContext, currentRoom, wrongly } from "./context.ts";

const SHOWN = 20;
const SHOWN_CHARACTERS = 200;

/** What was shared in this room and its threads, the newest first: pictures and films, or what is named. `/get` keeps it here. */
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

async function listFiles(context: CommandContext, kind: Exclude<GalleryKind, "link">, title: string): Promise<Answer> {
  const { entries, people, cursor } = await galleryOf(context, kind);
  const found = entries.flatMap((entry) => filesOf(entry, kind).map((file) => ({ entry, file })));
  if (found.length === 0) return answer("There is nothing of the kind here.");
  const lines = found.map(({ entry, file }) => listed(context, people, { entry, words: fileWords(file) }));
  const facts = found.map(({ entry, file }) => ({ type: "media", ...placeOf(entry), ...factsOf(file) }));
  return { lines: [headed(title), ...lines, ...(cursor === null ? [] : [more])], facts };
}

async function listLinks(context: CommandContext): Promise<Answer> {
  const { entries, people, cursor } = await galleryOf(context, "link");
  if (entries.length === 0) return answer("There is nothing of the kind here.");
  const lines = entries.map((entry) => {
    const words = visible(entry.message.body.slice(0, SHOWN_CHARACTERS).replaceAll(/\s+/g, " "));
    return listed(context, people, { entry, words });
  });
  const facts = entries.map((entry) => ({ type: "link", ...placeOf(entry), text: entry.message.body }));
  return { lines: [headed("Links here"), ...lines, ...(cursor === null ? [] : [more])], facts };
}

function galleryOf(context: CommandContext, kind: GalleryKind) {
  return context.client.call("gallery:list", { roomId: currentRoom(context), kind, limit: SHOWN });
}

/** As the server shelves them. */
function filesOf({ message }: GalleryEntry, wanted: Exclude<GalleryKind, "link">): readonly SharedFile[] {
  return (message.files ?? []).filter(({ kind }) => {
    if (kind === "voice") return wanted === "voice";
    return wanted === (kind === "image" || kind === "video" ? "media" : "file");
  });
}

/** The number of the message; of one in a thread that of the thread's message before it. */
function placeOf({ thread, message: { seq } }: GalleryEntry) {
  return thread === undefined ? { seq } : { thread: thread.seq, seq };
}

/** On one line, with the number of its message. */
function listed(
  { clock }: CommandContext,
  people: readonly User[],
  { entry, words }: { entry: GalleryEntry; words: string },
): Line {
  const { seq, senderId, sentAt } = entry.message;
  const name = visible(nameOf(people, senderId));
  return [
    span(`  ${entry.thread === undefined ? seq : `${entry.thread.seq} › ${seq}`}  `, { isDim: true }),
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
