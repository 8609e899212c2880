import { limits, type MessageId, ParleyError, type RoomId } from "@parley/contract";
import type { Outbox } from "./outbox/outbox.ts";
import type { Store } from "./store.ts";

/** Sending, editing and deleting: each is in the outbox before anything else happens. */
export class Messages {
  readonly #store: Store;
  readonly #outbox: Outbox;
  readonly #newId: () => MessageId;

  constructor(store: Store, outbox: Outbox, newId: () => MessageId) {
    this.#store = store;
    this.#outbox = outbox;
    this.#newId = newId;
  }

  async send(roomId: RoomId, body: string, replyTo: number | undefined): Promise<MessageId> {
    mustFit(body);
    const id = this.#newId();
    const input = { id, roomId, body, ...(replyTo === undefined ? {} : { replyTo }) };
    await this.#outbox.add({ name: "message:send", input });
    return id;
  }

  async edit(roomId: RoomId, messageId: MessageId, body: string): Promise<void> {
    mustFit(body);
    const send = this.#outbox.itemOf(messageId);
    if (send?.status === "failed" && send.request.name === "message:send") {
      await this.#outbox.retry(send.key, { name: "message:send", input: { ...send.request.input, body } });
    } else await this.#outbox.add({ name: "message:edit", input: { roomId, messageId, body } });
  }

  /** A message that was refused is only here; any other may have reached the server. */
  async remove(roomId: RoomId, messageId: MessageId): Promise<void> {
    const send = this.#outbox.itemOf(messageId);
    if (send?.status === "failed") await this.#outbox.discard(send.key);
    else await this.#outbox.add({ name: "message:delete", input: { roomId, messageId } });
  }

  async markRead(roomId: RoomId, seq: number): Promise<void> {
    const { readSeq, isRequest } = this.#store.shown.rooms.get(roomId)?.state ?? { readSeq: 0, isRequest: false };
    // A stranger learns nothing until they are let in; what was looked at before is read then.
    if (seq > readSeq && !isRequest) await this.#outbox.add({ name: "receipt:read", input: { roomId, seq } });
  }

  async markUnread(roomId: RoomId, seq: number): Promise<void> {
    await this.#outbox.add({ name: "receipt:unread", input: { roomId, seq } });
  }
}

function mustFit(body: string): void {
  if (body.length === 0) throw new ParleyError("invalid", "There is nothing to send.", { field: "body" });
  if (body.length > limits.bodyCharacters) {
    const message = `A message has at most ${limits.bodyCharacters} characters.`;
    throw new ParleyError("invalid", message, { field: "body" });
  }
}
