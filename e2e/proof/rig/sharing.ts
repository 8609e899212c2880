/** What somebody shares from some other device, without a browser. */
import { type HttpServer, request } from "@parley/client";
import { type FileId, type Message, type MessageId, newId, type RoomId, type StickerPlace } from "@parley/contract";

export interface SharedThing {
  readonly name: string;
  readonly bytes: Buffer;
  /** A voice message: how long it is. */
  readonly voiceMs?: number;
}

export interface Said {
  readonly body?: string;
  readonly files?: readonly SharedThing[];
  readonly replyTo?: number;
  readonly sticker?: StickerPlace;
  /** A message to be said again here. */
  readonly forward?: { readonly roomId: RoomId; readonly seq: number };
}

const AT_ONCE = 6;

export class Sharer {
  readonly #device: HttpServer & { readonly token: string };

  private constructor(device: HttpServer & { readonly token: string }) {
    this.#device = device;
  }

  static async signIn(url: string, username: string, password: string): Promise<Sharer> {
    const { token = "" } = await request({ url }, "session:create", { username, password });
    return new Sharer({ url, token });
  }

  async createRoom(name: string): Promise<RoomId> {
    const id = newId<RoomId>(Date.now());
    await request(this.#device, "room:create", { id, kind: "public", name });
    return id;
  }

  async join(roomId: RoomId): Promise<void> {
    await request(this.#device, "room:join", { roomId });
  }

  /** The thread of a message: a room to say things in. */
  async openThread(roomId: RoomId, seq: number): Promise<RoomId> {
    return (await request(this.#device, "thread:open", { roomId, seq })).room.id;
  }

  async remove(roomId: RoomId, messageId: MessageId): Promise<void> {
    await request(this.#device, "message:delete", { roomId, messageId });
  }

  async say(roomId: RoomId, said: Said): Promise<Message> {
    return this.#send(roomId, said, await this.#uploads(said));
  }

  /** One after another, but their files go up side by side. */
  async sayAll(roomId: RoomId, all: readonly Said[]): Promise<Message[]> {
    const ids = new Map<Said, FileId[]>();
    const left = all.filter(({ files = [] }) => files.length > 0);
    const work = async () => {
      for (let said = left.pop(); said !== undefined; said = left.pop()) ids.set(said, await this.#uploads(said));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const sent: Message[] = [];
    for (const said of all) sent.push(await this.#send(roomId, said, ids.get(said) ?? []));
    return sent;
  }

  #uploads({ files = [] }: Said): Promise<FileId[]> {
    return Promise.all(files.map((thing) => this.#upload(thing)));
  }

  #send(roomId: RoomId, { body = "", replyTo, sticker, forward }: Said, files: readonly FileId[]): Promise<Message> {
    const id = newId<never>(Date.now());
    const more = {
      ...(replyTo !== undefined && { replyTo }),
      ...(sticker !== undefined && { sticker }),
      ...(forward !== undefined && { forward }),
      ...(files.length > 0 && { files: [...files] }),
    };
    return request(this.#device, "message:send", { id, roomId, body, ...more });
  }

  /** Has it sent later. */
  async sayAt(roomId: RoomId, said: Pick<Said, "body" | "files">, sendAt: number): Promise<void> {
    const files = await this.#uploads(said);
    const input = { id: newId<MessageId>(Date.now()), roomId, body: said.body ?? "", sendAt };
    await request(this.#device, "scheduled:add", { ...input, ...(files.length > 0 && { files }) });
  }

  async react(roomId: RoomId, seq: number, emoji: string): Promise<void> {
    await request(this.#device, "reaction:add", { roomId, seq, emoji });
  }

  async pin(roomId: RoomId, seq: number): Promise<void> {
    await request(this.#device, "pin:add", { roomId, seq });
  }

  async edit(roomId: RoomId, messageId: MessageId, body: string): Promise<void> {
    await request(this.#device, "message:edit", { roomId, messageId, body });
  }

  async save(roomId: RoomId, seq: number): Promise<void> {
    await request(this.#device, "saved:add", { roomId, seq });
  }

  /** As tus 1.0 has it: begun, then all of it at once. */
  async #upload({ name, bytes, voiceMs }: SharedThing): Promise<FileId> {
    const { url, token } = this.#device;
    const id = newId<FileId>(Date.now());
    const peaks = Buffer.from(Array.from({ length: 48 }, (_, at) => 40 + Math.round(180 * Math.sin(at / 3) ** 2)));
    const voice = { voice: "true", durationMs: String(voiceMs), peaks: peaks.toString("base64") };
    const metadata = Object.entries({ id, filename: name, ...(voiceMs !== undefined && voice) });
    const headers = { "tus-resumable": "1.0.0", authorization: `Bearer ${token}` };
    const begun = await fetch(`${url}/uploads`, {
      method: "POST",
      headers: {
        ...headers,
        "upload-length": String(bytes.length),
        "upload-metadata": metadata.map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`).join(","),
      },
    });
    if (!begun.ok) throw new Error(`The upload was refused: ${begun.status} ${await begun.text()}`);
    const come = await fetch(`${url}/uploads/${id}`, {
      method: "PATCH",
      headers: { ...headers, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
      body: new Uint8Array(bytes),
    });
    if (!come.ok) throw new Error(`The upload was cut off: ${come.status} ${await come.text()}`);
    return id;
  }
}
