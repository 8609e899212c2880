import { type HttpServer, type ParleyClient, request, shownReactions } from "@parley/client";
import type { LinkPreview, Message, RoomId, SharedFile, User, UserId } from "@parley/contract";
import { type ExitCode, exitCodes } from "../failure.ts";
import { Following, type Told } from "../following.ts";
import { blockedWords, isOfBlocked } from "../people/blocked.ts";
import { forwardedWords } from "../people/forwarded.ts";
import { linkLine, messageLine } from "../plain/lines.ts";
import { pollJson } from "../polls/words.ts";
import { type Surroundings, writeLine } from "../streams.ts";
import { jsonLine } from "../text/json.ts";

/** How many messages there are without `--since`. */
const LAST = 50;
const PAGE = 200;

export interface TailOptions {
  readonly roomId: RoomId;
  /** As it stands in the JSON: `#lobby`. */
  readonly roomName: string;
  readonly since: number | null;
  readonly isJson: boolean;
  readonly isBlocked: (userId: UserId) => boolean;
  readonly surroundings: Surroundings;
}

/** Prints what is there now. */
export async function tail(server: HttpServer, options: TailOptions): Promise<ExitCode> {
  const { roomId, since, surroundings } = options;
  const people = new Map<UserId, User>();
  let from: { edge: "latest" } | { edge: "after"; seq: number } =
    since === null ? { edge: "latest" } : { edge: "after", seq: since };
  while (!surroundings.signal.aborted) {
    const limit = since === null ? LAST : PAGE;
    const page = await request(server, "message:history", { roomId, from, limit });
    for (const person of page.people) people.set(person.id, person);
    for (const message of page.messages) {
      await print(options, {
        type: "message",
        message,
        sender: people.get(message.senderId),
        author: message.forwardedFrom ? people.get(message.forwardedFrom) : undefined,
      });
    }
    const last = page.messages.at(-1);
    if (page.isEnd || !last) break;
    from = { edge: "after", seq: last.seq };
  }
  return exitCodes.ok;
}

/** Prints what is there, and then whatever comes, until it is interrupted. */
export async function follow(client: ParleyClient, options: TailOptions): Promise<ExitCode> {
  const { roomId, surroundings } = options;
  await client.openRoom(roomId);
  const lastSeq = client.getState().rooms.get(roomId)?.state.lastSeq ?? 0;
  const since = options.since ?? Math.max(0, lastSeq - LAST);
  const following = new Following({ client, roomId, since, tell: (told) => print(options, told) });
  await following.run(surroundings.signal);
  return exitCodes.ok;
}

async function print(options: TailOptions, told: Told): Promise<void> {
  const { roomName, isJson, surroundings } = options;
  const { type, sender, author } = told;
  const message = { ...told.message, reactions: [...shownReactions(told.message, options.isBlocked)] };
  const isHidden = isOfBlocked(message, options.isBlocked);
  if (isHidden && (type !== "message" || message.deletedAt !== undefined)) return;
  if (isJson) {
    const shown =
      type === "message" ? messageJson(roomName, { ...told, message }) : changeJson(roomName, { ...told, message });
    const line = isHidden ? blockedJson(roomName, message) : shown;
    if (line) await writeLine(surroundings.output, jsonLine(line));
  } else if (type === "message" && message.deletedAt === undefined) {
    const line = isHidden
      ? blockedWords(1)
      : messageLine(sender?.name ?? "Somebody", message, { over: forwardedWords(message, author) });
    await writeLine(surroundings.output, line);
  } else if (type === "preview") {
    const line = linkLine(sender?.name ?? "Somebody", message);
    if (line !== undefined) await writeLine(surroundings.output, line);
  }
}

/** Undefined for what was deleted before it could be printed: there is nothing to say about it. */
function messageJson(room: string, { message, sender, author }: Told): object | undefined {
  if (message.deletedAt !== undefined) return undefined;
  const { seq, id, body, sentAt, files, sticker, poll, votes, reactions, forwardedFrom, preview } = message;
  const said = { type: "message", room, seq, id, from: sender?.handle ?? message.senderId, text: body, sentAt };
  return {
    ...said,
    ...(forwardedFrom !== undefined && { forwardedFrom: author?.handle ?? forwardedFrom }),
    ...(sticker && { sticker }),
    ...(poll && { poll: pollJson(poll, votes) }),
    ...(files && { files: files.map(fileJson) }),
    ...(preview && { preview: previewJson(preview) }),
    ...(reactions?.length && { reactions: reactionsJson(message) }),
  };
}

/** Where it is, from the server's root on, for whoever is signed in. */
function fileJson({ thumbhash: _, peaks: __, ...file }: SharedFile): object {
  return { ...file, path: `/files/${file.id}/${encodeURIComponent(file.name)}` };
}

/** The words alone: its picture is for who looks. */
function previewJson({ image: _, isComing: __, ...preview }: LinkPreview): object {
  return preview;
}

/** Of another type, so that nobody shows it who does not know of blocks. */
function blockedJson(room: string, { seq, id, sentAt }: Message): object {
  return { type: "blocked", room, seq, id, sentAt };
}

function changeJson(room: string, { type, message, sender }: Told): object {
  const { seq, id, body, editedAt, deletedAt } = message;
  const change = { type, room, seq, id, from: sender?.handle ?? message.senderId };
  if (type === "reactions") return { ...change, reactions: reactionsJson(message) };
  if (type === "votes") return { ...change, poll: message.poll ? pollJson(message.poll, message.votes) : null };
  if (type === "preview") return { ...change, preview: message.preview ? previewJson(message.preview) : null };
  return type === "edit" ? { ...change, text: body, editedAt } : { ...change, deletedAt };
}

function reactionsJson({ reactions = [] }: Message): object[] {
  return reactions.map(({ emoji, count, isMine }) => ({ emoji, count, isMine: isMine === true }));
}
