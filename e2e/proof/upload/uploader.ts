import { randomBytes } from "node:crypto";
import { request as send } from "node:http";
import { crc32, deflateSync } from "node:zlib";
import { type FileId, newId, ParleyError, type RoomId } from "@parley/contract";
import { type Account, request } from "../rig/parley.ts";
import { pick } from "../rig/random.ts";

/** What becomes of an upload: it is kept, sent in a message, or dropped, perhaps half way. */
export type Fate = "kept" | "sent" | "dropped";

export interface Upload {
  readonly id: FileId;
  readonly bytes: Buffer;
  readonly isPicture: boolean;
  readonly fate: Fate;
}

interface Place {
  readonly port: number;
  readonly account: Account;
}

const fates: readonly Fate[] = ["kept", "sent", "sent", "dropped"];

export function makeUpload(random: () => number): Upload {
  const isPicture = random() < 0.4;
  const bytes = isPicture ? picture(200 + pick(random, 400)) : randomBytes(pick(random, 4_000_000));
  return { id: newId<FileId>(Date.now()), bytes, isPicture, fate: fates[pick(random, fates.length)] ?? "kept" };
}

/** Brings an upload to its end, whatever happens on the way, as a client does: asks how far it is, and goes on. */
export async function bringHome(place: Place, upload: Upload, random: () => number): Promise<void> {
  for (;;) {
    try {
      if (await step(place, upload, random)) return;
    } catch (error) {
      if (error instanceof ParleyError && error.code !== "unavailable" && error.code !== "storage_full") throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function step(place: Place, upload: Upload, random: () => number): Promise<boolean> {
  const { id, bytes, fate } = upload;
  if (fate === "dropped" && random() < 0.3) return drop(place, id);
  const offset = await offsetOf(place, id);
  if (offset === null) await create(place, upload);
  else if (offset < bytes.length) await append(place, upload, { offset, cutAt: random() < 0.4 ? random() : 1 });
  else if (fate === "dropped") return drop(place, id);
  else return fate === "kept" || share(place, id);
  return false;
}

async function drop({ port, account: { token } }: Place, id: FileId): Promise<boolean> {
  await request(port, { name: "file:delete", token, input: { id } });
  return true;
}

/** With the file's own id for the message, so that a repeat is the same message. */
async function share({ port, account: { token } }: Place, id: FileId): Promise<boolean> {
  const { rooms } = await request(port, { name: "sync:open", token, input: {} });
  const roomId = rooms[0]?.room.id as RoomId;
  await request(port, { name: "message:send", token, input: { id: id as never, roomId, body: "", files: [id] } });
  return true;
}

async function create({ port, account }: Place, { id, bytes }: Upload): Promise<void> {
  const encoded = (text: string) => Buffer.from(text).toString("base64");
  const answer = await ask(port, account, {
    method: "POST",
    path: "/uploads",
    headers: {
      "upload-length": bytes.length,
      "upload-metadata": `id ${encoded(id)},filename ${encoded("proof.bin")}`,
      "content-length": 0,
    },
  });
  // A message may have it already: then nothing is to be begun.
  if (answer.status !== 201) throw new Error(`Begun with ${answer.status}.`);
}

/** Null where there is none; an upload that was sent meanwhile is all there. */
async function offsetOf({ port, account }: Place, id: FileId): Promise<number | null> {
  const { status, headers } = await ask(port, account, { method: "HEAD", path: `/uploads/${id}`, headers: {} });
  if (status === 200) return Number(headers["upload-offset"]);
  if (status !== 404) throw new Error(`Asked with ${status}.`);
  const isSent = await request(port, { name: "file:show", token: account.token, input: { id } }).then(
    () => true,
    () => false,
  );
  return isSent ? Number.POSITIVE_INFINITY : null;
}

async function append(
  { port, account }: Place,
  { id, bytes }: Upload,
  { offset, cutAt }: { offset: number; cutAt: number },
): Promise<void> {
  const rest = bytes.subarray(offset);
  const body = rest.subarray(0, Math.ceil(rest.length * cutAt));
  await ask(port, account, {
    method: "PATCH",
    path: `/uploads/${id}`,
    headers: {
      "upload-offset": offset,
      "content-type": "application/offset+octet-stream",
      "content-length": rest.length,
    },
    body,
    isCut: body.length < rest.length,
  });
}

interface Asking {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Buffer;
  /** The connection is gone once the body is out, with more of it announced. */
  readonly isCut?: boolean;
}

function ask(port: number, { token }: Account, { method, path, headers, body, isCut = false }: Asking) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = send({
      host: "127.0.0.1",
      port,
      method,
      path,
      headers: { "tus-resumable": "1.0.0", authorization: `Bearer ${token}`, ...headers },
    });
    sent.once("response", (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.once("error", reject);
    if (isCut) sent.write(body ?? "", () => sent.destroy(new Error("Cut.")));
    else sent.end(body);
  });
}

/** A PNG of noise, so that it has some weight. */
function picture(side: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const rows = Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), randomBytes(side * 3)]));
  const magic = Buffer.from("89504e470d0a1a0a", "hex");
  const data = deflateSync(Buffer.concat(rows), { level: 1 });
  return Buffer.concat([magic, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}
