import type { EventPair, RoomId } from "@parley/contract";
import type { EventListener } from "./parley-client.ts";

/** Those who want to hear of every event. */
export class EventListeners {
  readonly #listeners = new Set<EventListener>();

  add(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(roomId: RoomId | undefined, event: EventPair): void {
    for (const listener of [...this.#listeners]) listener(roomId, event);
  }
}
