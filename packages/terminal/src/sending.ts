import type { OutgoingFile, ParleyClient } from "@parley/client";
import type { Message, MessageId, RoomId } from "@parley/contract";

export interface SendingOptions {
  readonly client: ParleyClient;
  readonly roomId: RoomId;
  readonly onStored?: (message: Message) => Promise<void> | void;
  readonly onRefused: (error: unknown, body: string) => void;
}

/** As many may be under way at once; reading waits beyond that. */
const MOST_UNDER_WAY = 200;

/** Sends lines through the outbox, in order and pipelined, and knows when every one is stored. */
export class Sending {
  readonly #options: SendingOptions;
  readonly #underWay: Promise<void>[] = [];
  #refused = 0;
  #lastSeq = 0;

  constructor(options: SendingOptions) {
    this.#options = options;
  }

  /** How many the server would not take. */
  get refused(): number {
    return this.#refused;
  }

  /** The number of the last one stored. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  get waiting(): number {
    return this.#underWay.length;
  }

  /** Resolves when the text is written down in the outbox. */
  async send(body: string): Promise<void> {
    const { client, roomId } = this.#options;
    await this.#begin(body, () => client.send(roomId, body));
  }

  async sendFile(file: OutgoingFile, body: string): Promise<void> {
    const { client, roomId } = this.#options;
    await this.#begin(body, () => client.sendFiles(roomId, { files: [file], body }));
  }

  async #begin(body: string, send: () => Promise<MessageId>): Promise<void> {
    const { client } = this.#options;
    while (this.#underWay.length >= MOST_UNDER_WAY) await this.#underWay[0];
    try {
      const id = await send();
      this.#keep(this.#finish(client.whenStored(id), body, this.#underWay.at(-1)));
    } catch (error) {
      this.#refuse(error, body);
    }
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  #keep(finished: Promise<void>): void {
    const counted = finished.finally(() => this.#underWay.splice(this.#underWay.indexOf(counted), 1));
    this.#underWay.push(counted);
  }

  /** Told in the order of sending: each waits for the one before. */
  async #finish(stored: Promise<Message>, body: string, before: Promise<void> | undefined): Promise<void> {
    const [answer] = await Promise.allSettled([stored, before]);
    if (answer.status === "rejected") return this.#refuse(answer.reason, body);
    this.#lastSeq = Math.max(this.#lastSeq, answer.value.seq);
    await this.#options.onStored?.(answer.value);
  }

  #refuse(error: unknown, body: string): void {
    this.#refused += 1;
    this.#options.onRefused(error, body);
  }
}
