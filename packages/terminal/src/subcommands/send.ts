import type { ParleyClient } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { type ExitCode, exitCodes } from "../failure.ts";
import { outgoingFile } from "../files/outgoing.ts";
import { LineReader } from "../line-reader.ts";
import { Sending } from "../sending.ts";
import { type Surroundings, writeLine } from "../streams.ts";
import { jsonLine } from "../text/json.ts";

export interface SendOptions {
  readonly client: ParleyClient;
  readonly roomId: RoomId;
  /** Null: every line of standard input. */
  readonly text: string | null;
  /** The path of a file that the text goes with; then standard input is not read. */
  readonly file: string | null;
  readonly isJson: boolean;
  readonly surroundings: Surroundings;
}

/** Sends, and ends well only when every message is stored. */
export async function send(options: SendOptions): Promise<ExitCode> {
  const { client, roomId, text, file, isJson, surroundings } = options;
  const { errors, signal } = surroundings;
  const sending = new Sending({
    client,
    roomId,
    onStored: async ({ seq, id }) => {
      if (isJson) await writeLine(surroundings.output, jsonLine({ seq, id }));
    },
    onRefused: (error) => errors.write(`Not sent: ${error instanceof Error ? error.message : String(error)}\n`),
  });
  const isDone = await Promise.race([
    (file === null ? sendAll(sending, texts(text, surroundings)) : sendOne(sending, file, text ?? "")).then(() => true),
    interrupted(signal),
  ]);
  if (isDone) return sending.refused > 0 ? exitCodes.refused : exitCodes.ok;
  errors.write(`Interrupted: ${sending.waiting} messages are not stored yet; they go out the next time.\n`);
  return exitCodes.refused;
}

async function sendAll(sending: Sending, bodies: AsyncIterable<string>): Promise<void> {
  for await (const body of bodies) await sending.send(body);
  await sending.settled();
}

async function sendOne(sending: Sending, path: string, body: string): Promise<void> {
  await sending.sendFile(await outgoingFile(path), body);
  await sending.settled();
}

/** The one text, or the lines of standard input; empty lines say nothing. */
async function* texts(text: string | null, { input, signal }: Surroundings): AsyncGenerator<string> {
  if (text !== null) {
    yield text;
    return;
  }
  const lines = new LineReader(input);
  for (let line = await lines.next(signal); line !== null; line = await lines.next(signal)) {
    if (line.trim() !== "") yield line;
  }
}

function interrupted(signal: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(false);
    signal.addEventListener("abort", () => resolve(false), { once: true });
  });
}
