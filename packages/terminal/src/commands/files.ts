import { join } from "node:path";
import { timeline } from "@parley/client";
import { isVoice, type Message, ParleyError, type SharedFile } from "@parley/contract";
import { download } from "../files/download.ts";
import { outgoingFile } from "../files/outgoing.ts";
import { fileWords, sizeWords } from "../files/words.ts";
import { numbered } from "../text/numbered.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentRoom, wrongly } from "./context.ts";

/** Sends a file of this machine, with a line beside it. */
export async function sendFile(context: CommandContext, rest: string): Promise<Answer> {
  const roomId = currentRoom(context);
  const { path, caption } = pathIn(rest);
  const outgoing = await outgoingFile(path);
  await context.client.sendFiles(roomId, { files: [outgoing], body: caption });
  const { name, size } = outgoing.file;
  return answer(`Sending ${name} (${sizeWords(size)}).`, { type: "sending", name, size });
}

/** A path, in quotes if there are spaces in it, and what follows. */
function pathIn(rest: string): { path: string; caption: string } {
  const match = /^(?:"([^"]+)"|'([^']+)'|(\S+))(?:\s+([\s\S]*))?$/.exec(rest);
  const path = match?.[1] ?? match?.[2] ?? match?.[3];
  if (path === undefined) throw wrongly("/file PATH or /file PATH words");
  return { path, caption: (match?.[4] ?? "").trim() };
}

/** Keeps the files of a message here: of the one with this number, else of the last that has any. */
export async function getFiles(context: CommandContext, rest: string): Promise<Answer> {
  const { seq, text: folder } = numbered(rest);
  const message = seq === null ? lastWithFiles(context) : await messageAt(context, seq);
  const files = message.files ?? [];
  if (files.length === 0) throw new ParleyError("not_found", `There are no files in message ${message.seq}.`);
  const kept: { file: SharedFile; to: string }[] = [];
  for (const file of files) {
    const to = join(folder || ".", safeName(file.name));
    const from = `/files/${file.id}/${encodeURIComponent(file.name)}?download`;
    await download({ server: context.server, signal: context.signal, from, to });
    kept.push({ file, to });
  }
  // Whoever has it here can hear it; there is no other way to, in a terminal.
  if (isVoice(message) && isTheirs(context, message))
    await context.client.call("voice:play", { roomId: currentRoom(context), seq: message.seq });
  const names = kept.map(({ file, to }) => `${fileWords(file)} → ${visible(to)}`).join("; ");
  const facts = kept.map(({ file, to }) => ({
    type: "file",
    seq: message.seq,
    name: file.name,
    size: file.size,
    path: to,
  }));
  return answer(`Kept: ${names}`, ...facts);
}

function isTheirs({ client }: CommandContext, { senderId }: Message): boolean {
  return senderId !== client.getState().me?.id;
}

/** What others called a file must lead nowhere else, nor be hidden. */
function safeName(name: string): string {
  return visible(name).replace(/[/\\]/g, "_").replace(/^\.+/, "_") || "file";
}

function lastWithFiles(context: CommandContext): Message {
  const rows = timeline(context.client.getState(), currentRoom(context));
  const found = rows.findLast(({ message }) => message.seq > 0 && message.files);
  if (found) return found.message;
  throw new ParleyError("not_found", "There are no files here. /get 12 takes those of message 12.");
}

async function messageAt(context: CommandContext, seq: number): Promise<Message> {
  const { messages } = await context.client.call("message:list", { roomId: currentRoom(context), seqs: [seq] });
  if (messages[0]) return messages[0];
  throw new ParleyError("not_found", `There is no message ${seq} here.`);
}
