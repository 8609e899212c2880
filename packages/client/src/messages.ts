import {
  limits,
  type Message,
  type MessageId,
  type NewPoll,
  ParleyError,
  type RoomId,
  type Sticker,
} from "@parley/contract";
import type { Outbox } from "./outbox/outbox.ts";
import type { Store } from "./store.ts";
import { timeline } from "./timeline.ts";

/** Messages of one room to be said again in others. */
export interface Forwarding {
  readonly from: RoomId;
  readonly messages: readonly Message[];
  readonly to: readonly RoomId[];
  /** What I say to them; it may be empty. */
  readonly comment: string;
}

/** Sending, editing, deleting, reacting: each is in the outbox before anything else happens. */
export class Messages {
  readonly #store: Store;
  readonly #outbox: Outbox;
  readonly #newId: () => MessageId;

  constructor(store: Store, outbox: Outbox, newId: () => MessageId) {
    this.#store = store;
    this.#outbox = outbox;
    this.#newId = newId;
  }

  async send(roomId: RoomId, body: string, more: { replyTo?: number; poll?: NewPoll } = {}): Promise<MessageId> {
    mustFit(body);
    const id = this.#newId();
    const input = { id, roomId, body, ...more };
    await this.#outbox.add({ name: "message:send", input });
    return id;
  }

  async sendSticker(roomId: RoomId, sticker: Sticker, replyTo: number | undefined): Promise<MessageId> {
    const { setId, stickerId } = sticker;
    const id = this.#newId();
    const input = {
      id,
      roomId,
      body: "",
      sticker: { setId, stickerId },
      ...(replyTo === undefined ? {} : { replyTo }),
    };
    await this.#outbox.add({ name: "message:send", input }, { sticker });
    return id;
  }

  /** Says again in these rooms what stands in another, in the order given; `comment` goes before, as my own. */
  async forward({ from, messages, to, comment }: Forwarding): Promise<void> {
    if (comment !== "") mustFit(comment);
    for (const roomId of to) {
      if (comment !== "") await this.send(roomId, comment);
      for (const { seq, body, files, sticker, poll, senderId, forwardedFrom = senderId } of messages) {
        const input = { id: this.#newId(), roomId, body: "", forward: { roomId: from, seq } };
        const copy = {
          body,
          forwardedFrom,
          ...(files && { files }),
          ...(sticker && { sticker }),
          ...(poll && { poll }),
        };
        await this.#outbox.add({ name: "message:send", input }, { copy });
      }
    }
  }

  async edit(roomId: RoomId, messageId: MessageId, body: string): Promise<void> {
    if (body !== "" || !this.#hasFiles(roomId, messageId)) mustFit(body);
    const send = this.#outbox.itemOf(messageId);
    if (send?.status === "failed" && send.request.name === "message:send") {
      await this.#outbox.retry(send.key, { name: "message:send", input: { ...send.request.input, body } });
    } else await this.#outbox.add({ name: "message:edit", input: { roomId, messageId, body } });
  }

  /** A message that was refused, or waits for its files, is only here; any other may have reached the server. */
  async remove(roomId: RoomId, messageId: MessageId, { isUndo = false } = {}): Promise<void> {
    const send = this.#outbox.itemOf(messageId);
    const isOnlyHere = send?.status === "failed" || (send?.files && !send.areFilesUp);
    if (send && isOnlyHere) await this.#outbox.discard(send.key);
    else await this.#outbox.add({ name: "message:delete", input: { roomId, messageId, ...(isUndo && { isUndo }) } });
  }

  async react(roomId: RoomId, seq: number, reaction: { emoji: string; isOn: boolean }): Promise<void> {
    const input = { roomId, seq, emoji: reaction.emoji };
    await this.#outbox.add({ name: reaction.isOn ? "reaction:add" : "reaction:remove", input });
  }

  async vote(roomId: RoomId, seq: number, chosen: readonly number[]): Promise<void> {
    await this.#outbox.add({ name: "poll:vote", input: { roomId, seq, chosen: [...chosen] } });
  }

  async markPlayed(roomId: RoomId, seq: number): Promise<void> {
    const row = timeline(this.#store.shown, roomId).find(({ message }) => message.seq === seq);
    const isNews = row?.message.playedAt === undefined && row?.message.senderId !== this.#store.shown.me?.id;
    if (isNews) await this.#outbox.add({ name: "voice:play", input: { roomId, seq } });
  }

  #hasFiles(roomId: RoomId, messageId: MessageId): boolean {
    return timeline(this.#store.shown, roomId).some(({ key, message }) => key === messageId && message.files);
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

export function mustFit(body: string): void {
  if (body.length === 0) throw new ParleyError("invalid", "There is nothing to send.", { field: "body" });
  if (body.length > limits.bodyCharacters) {
    const message = `A message has at most ${limits.bodyCharacters} characters.`;
    throw new ParleyError("invalid", message, { field: "body" });
  }
}
