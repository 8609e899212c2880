import { type Message, type MessageId, ParleyError } from "@parley/contract";
import { errorOf } from "../errors.ts";
import type { OutboxItem } from "../state.ts";

const REMEMBERED = 500;

interface Waiter {
  resolve(message: Message): void;
  reject(error: ParleyError): void;
}

/** Who waits to hear that a message is stored; and the last ones that are, for those who ask late. */
export class StoredMessages {
  readonly #recent = new Map<MessageId, Message>();
  readonly #waiters = new Map<MessageId, Waiter[]>();

  get(id: MessageId): Message | undefined {
    return this.#recent.get(id);
  }

  wait(id: MessageId): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.#waiters.set(id, [...(this.#waiters.get(id) ?? []), { resolve, reject }]);
    });
  }

  add(message: Message): void {
    this.#recent.set(message.id, message);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > REMEMBERED && oldest !== undefined) this.#recent.delete(oldest);
    for (const waiter of this.#take(message.id)) waiter.resolve(message);
  }

  refuse(id: MessageId, error: ParleyError): void {
    for (const waiter of this.#take(id)) waiter.reject(error);
  }

  /** An item that the server will not have. */
  fail({ request, error }: OutboxItem): void {
    if (request.name === "message:send" && error) this.refuse(request.input.id, errorOf(error));
  }

  refuseAll(message: string): void {
    for (const id of [...this.#waiters.keys()]) this.refuse(id, new ParleyError("unavailable", message));
  }

  #take(id: MessageId): readonly Waiter[] {
    const waiters = this.#waiters.get(id) ?? [];
    this.#waiters.delete(id);
    return waiters;
  }
}
