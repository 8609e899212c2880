import type { Message, RoomId } from "@parley/contract";

/** What changes in a room while something of it is being fetched: the answer may have been read before that. */
export class Changes {
  readonly #watched = new Set<{ roomId: RoomId; messages: Message[] }>();

  observe(roomId: RoomId, messages: readonly Message[]): void {
    for (const watch of this.#watched) if (watch.roomId === roomId) watch.messages.push(...messages);
  }

  /** Fetches, and answers what changed meanwhile too. */
  async during<T>(roomId: RoomId, fetch: () => Promise<T>): Promise<{ answer: T; changed: readonly Message[] }> {
    const watch: { roomId: RoomId; messages: Message[] } = { roomId, messages: [] };
    this.#watched.add(watch);
    try {
      return { answer: await fetch(), changed: watch.messages };
    } finally {
      this.#watched.delete(watch);
    }
  }
}
