/** Uploads as a client makes them, step by step, so that each can go wrong. */
import { randomBytes } from "node:crypto";
import { type FileId, newId, type Reply, type RoomId, type SharedFile } from "@parley/contract";
import type { Person } from "./person.ts";

export interface Upload {
  readonly id?: FileId;
  readonly name?: string;
  readonly bytes?: Uint8Array;
  readonly metadata?: Readonly<Record<string, string>>;
}

const tus = { "tus-resumable": "1.0.0" } as const;

const signedIn = ({ token }: Person) => ({ authorization: `Bearer ${token}` });

const encoded = (metadata: Readonly<Record<string, string>>) =>
  Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`)
    .join(",");

/** Asks for an upload of so many bytes. */
export function begin(
  person: Person,
  { id, length, name = "notes.txt", metadata = {} }: { id: FileId; length: number } & Omit<Upload, "bytes">,
): Promise<Response> {
  return fetch(`${person.server.url}/uploads`, {
    method: "POST",
    headers: {
      ...tus,
      ...signedIn(person),
      "upload-length": String(length),
      "upload-metadata": encoded({ id, filename: name, ...metadata }),
    },
  });
}

export function append(person: Person, id: string, { offset, bytes }: { offset: number; bytes: Uint8Array }) {
  return fetch(`${person.server.url}/uploads/${id}`, {
    method: "PATCH",
    headers: {
      ...tus,
      ...signedIn(person),
      "upload-offset": String(offset),
      "content-type": "application/offset+octet-stream",
    },
    body: Buffer.from(bytes),
  });
}

/** Where an upload goes on; null where there is none. */
export async function offsetOf(person: Person, id: string): Promise<number | null> {
  const response = await fetch(`${person.server.url}/uploads/${id}`, {
    method: "HEAD",
    headers: { ...tus, ...signedIn(person) },
  });
  return response.ok ? Number(response.headers.get("upload-offset")) : null;
}

/** A whole upload; throws what it is refused with. */
export async function upload(person: Person, { id = newFileId(), bytes = randomBytes(1_000), ...more }: Upload = {}) {
  const begun = await begin(person, { id, length: bytes.length, ...more });
  if (!begun.ok) throw new Error(await codeOf(begun));
  const appended = await append(person, id, { offset: 0, bytes });
  if (!appended.ok) throw new Error(await codeOf(appended));
  return person.do("file:find", { id });
}

export const newFileId = () => newId<FileId>(Date.now());

/** What a refusal says. */
export async function codeOf(response: Response): Promise<string> {
  if (response.ok) return "ok";
  const reply = (await response.json()) as Reply;
  return reply.ok ? "ok" : reply.error.code;
}

/** A message with these files. */
export function share(
  person: Person,
  roomId: RoomId,
  { files, body = "" }: { files: readonly SharedFile[]; body?: string },
) {
  return person.do("message:send", { id: newId(Date.now()), roomId, body, files: files.map(({ id }) => id) });
}

export function fetchFile(person: Person | null, path: string, headers: Record<string, string> = {}) {
  const { url } = (person as Person).server;
  return fetch(`${url}/files/${path}`, { headers: { ...signedIn(person as Person), ...headers } });
}

/** A message that was spoken: the beginning of a WebM file, as recorders write it. */
export async function shareVoice(person: Person, roomId: RoomId) {
  const start = "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff";
  const metadata = { voice: "true", peaks: "AAECAw==", durationMs: "1500" };
  const file = await upload(person, { bytes: Buffer.from(start, "hex"), name: "voice.webm", metadata });
  return share(person, roomId, { files: [file] });
}
