import type { HttpServer, ParleyClient } from "@parley/client";
import type { Message, RoomId } from "@parley/contract";
import { type ExitCode, exitCodes } from "../failure.ts";
import { Following, type Told } from "../following.ts";
import type { LineReader } from "../line-reader.ts";
import { LinkedMessages } from "../links/linked-messages.ts";
import { linkedWords } from "../links/linked-words.ts";
import { blockedWords, isBlocked, isOfBlocked } from "../people/blocked.ts";
import { forwardedWords } from "../people/forwarded.ts";
import { Sending } from "../sending.ts";
import { type Surroundings, writeLine } from "../streams.ts";
import { withEmoji } from "../text/emoji-codes.ts";
import { announce } from "./announcer.ts";
import { commandIn, plainContext, runLine } from "./commands.ts";
import { messageLine } from "./lines.ts";

/** What a person types to leave. */
const LEAVE = "exit";
/** So long does leaving wait for what is not stored yet; it is kept for the next time. */
const leaveMs = 5_000;

export interface PlainChatOptions {
  readonly client: ParleyClient;
  readonly server: HttpServer;
  readonly roomId: RoomId;
  readonly lines: LineReader;
  readonly surroundings: Surroundings;
}

/** The conversation in plain lines, from now on, until `exit` or the end of the input. */
export async function plainChat(options: PlainChatOptions): Promise<ExitCode> {
  const { client, roomId, surroundings } = options;
  await client.openRoom(roomId);
  const since = client.getState().rooms.get(roomId)?.state.lastSeq ?? 0;
  const linked = new LinkedMessages({ client, origin: options.server.url, onReady: () => undefined });
  const following = new Following({ client, roomId, since, tell: (told) => printMessage(options, linked, told) });
  const stopAnnouncing = announce({ client, roomId, print: (line) => writeLine(surroundings.output, line) });
  const sending = new Sending({ client, roomId, onRefused: (error) => complain(surroundings, error) });
  const stopped = new AbortController();
  const watching = following.run(AbortSignal.any([surroundings.signal, stopped.signal]));
  try {
    return await Promise.race([converse(options, following, sending), watching.then(() => exitCodes.ok)]);
  } finally {
    stopped.abort();
    stopAnnouncing();
    await watching.catch(() => undefined);
  }
}

async function converse(options: PlainChatOptions, following: Following, sending: Sending): Promise<ExitCode> {
  const { client, roomId, lines, surroundings } = options;
  const context = plainContext(options);
  let refused = 0;
  const settled = async () => {
    await sending.settled();
    await following.reached(sending.lastSeq);
  };
  for (;;) {
    const line = await lines.next(surroundings.signal);
    if (line === null) {
      await settled();
      return sending.refused + refused > 0 ? exitCodes.refused : exitCodes.ok;
    }
    if (line.trim() === LEAVE) {
      await Promise.race([settled(), after(leaveMs)]);
      if (sending.waiting > 0) {
        surroundings.errors.write(`Not stored yet: ${sending.waiting} of your messages; they go out the next time.\n`);
      }
      return exitCodes.ok;
    }
    if (line.trim() === "") continue;
    const command = commandIn(line);
    if (command) {
      // What was said before it comes before it.
      await settled();
      if (!(await runLine(context, command, surroundings))) refused += 1;
      continue;
    }
    await sending.send(withEmoji(line));
    // Only somebody who types has certainly seen what stands above.
    if (surroundings.input.isTTY) await client.markRead(roomId, following.told);
  }
}

async function printMessage(options: PlainChatOptions, linked: LinkedMessages, told: Told): Promise<void> {
  const { client, surroundings } = options;
  const { type, message, sender, author } = told;
  if (type !== "message" || message.deletedAt !== undefined) return;
  const isHidden = isOfBlocked(message, (userId) => isBlocked(client.getState(), userId));
  const line = isHidden
    ? blockedWords(1)
    : messageLine(sender?.name ?? "Somebody", message, {
        over: forwardedWords(message, author),
        under: await linkedUnder(options, linked, message),
      });
  await writeLine(surroundings.output, line);
}

/** What a message links to here; a line cannot be written anew, so that it waits for the answer. */
async function linkedUnder({ client }: PlainChatOptions, linked: LinkedMessages, message: Message) {
  const place = linked.placeIn(client.getState(), message);
  if (place === null) return undefined;
  await linked.load([place]);
  return linkedWords({ state: client.getState(), linked, isRevealed: false, now: Date.now() }, place);
}

function complain({ errors }: Surroundings, error: unknown): void {
  errors.write(`Not sent: ${error instanceof Error ? error.message : String(error)}\n`);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
