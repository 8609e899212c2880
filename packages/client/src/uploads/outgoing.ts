import { type FileId, limits, type MessageId, ParleyError, type RoomId } from "@parley/contract";
import { mustFit } from "../messages.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { OutboxRequest } from "../state.ts";
import type { ClientStorage, OutgoingFile } from "../storage.ts";

/** A message with files. */
export interface Album {
  readonly files: readonly OutgoingFile[];
  /** What stands beside them; it may be empty. */
  readonly body: string;
  readonly replyTo?: number | undefined;
  /** Only then it is to go, or when the other one is online: until then it waits at the server, once its files are there. */
  readonly sendAt?: number | null | undefined;
}

export interface OutgoingOptions {
  readonly outbox: Outbox;
  readonly options: { readonly storage: ClientStorage; newId(): MessageId };
}

export async function sendFiles(parts: OutgoingOptions, roomId: RoomId, album: Album): Promise<MessageId> {
  const { files, body, replyTo, sendAt } = album;
  if (files.length === 0 || files.length > limits.filesOfMessage) {
    throw new ParleyError("invalid", `A message has at most ${limits.filesOfMessage} files.`, { field: "files" });
  }
  if (body !== "") mustFit(body);
  const id = parts.options.newId();
  const ids = files.map(({ file }) => file.id);
  const input = { id, roomId, body, files: ids, ...(replyTo === undefined ? {} : { replyTo }) };
  const storage = await parts.options.storage.files();
  const keep = () => Promise.all(files.map((file) => storage.put(file)));
  const request: OutboxRequest =
    sendAt === undefined ? { name: "message:send", input } : { name: "scheduled:add", input: { ...input, sendAt } };
  await parts.outbox.add(request, { files: files.map(({ file }) => file), keep });
  return id;
}

/** Takes a file out of a message that waits for it, or for me; with its last one the message goes. */
export async function dropFile(outbox: Outbox, key: string, fileId: FileId): Promise<void> {
  const item = outbox.find(key);
  if (!item?.files || item.request.name !== "message:send") return;
  // On its way with all its files: too late.
  if (item.areFilesUp !== false && item.status !== "failed") return;
  const files = item.files.filter(({ id }) => id !== fileId);
  if (files.length === 0) return outbox.discard(key);
  const input = { ...item.request.input, files: files.map(({ id }) => id) };
  const request = { name: "message:send", input } as const;
  await outbox.change({ ...item, areFilesUp: false, request, files, status: "waiting", error: null });
}
