import { type HttpServer, type ParleyClient, request } from "@parley/client";
import type { Message, RoomId, User, UserId } from "@parley/contract";
import { type ExitCode, exitCodes } from "../failure.ts";
import { Following, type Told } from "../following.ts";
import { blockedWords } from "../people/blocked.ts";
import { messageLine } from "../plain/lines.ts";
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
      await print(options, { type: "message", message, sender: people.get(message.senderId) });
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
  const { type, message, sender } = told;
  const isHidden = options.isBlocked(message.senderId);
  if (isHidden && (type !== "message" || message.deletedAt !== undefined)) return;
  if (isJson) {
    const shown = type === "message" ? messageJson(roomName, message, sender) : changeJson(roomName, told);
    const line = isHidden ? blockedJson(roomName, message) : shown;
    if (line) await writeLine(surroundings.output, jsonLine(line));
  } else if (type === "message" && message.deletedAt === undefined) {
    const line = isHidden ? blockedWords(1) : messageLine(sender?.name ?? "Somebody", message.body);
    await writeLine(surroundings.output, line);
  }
}

/** Undefined for what was deleted before it could be printed: there is nothing to say about it. */
function messageJson(room: string, message: Message, sender: User | undefined): object | undefined {
  if (message.deletedAt !== undefined) return undefined;
  const { seq, id, body, sentAt } = message;
  return { type: "message", room, seq, id, from: sender?.handle ?? message.senderId, text: body, sentAt };
}

/** Of another type, so that nobody shows it who does not know of blocks. */
function blockedJson(room: string, { seq, id, sentAt }: Message): object {
  return { type: "blocked", room, seq, id, sentAt };
}

function changeJson(room: string, { type, message, sender }: Told): object {
  const { seq, id, body, editedAt, deletedAt } = message;
  const change = { type, room, seq, id, from: sender?.handle ?? message.senderId };
  return type === "edit" ? { ...change, text: body, editedAt } : { ...change, deletedAt };
}
