import type { Message, Payload, RoomId, UserId } from "@parley/contract";
import { type MarkChange, withMark } from "../reactions.ts";
import type { RoomWindow } from "../state.ts";
import { type Own, withChange, withMessage, withOwn, withTold } from "../windows.ts";

/**
 * What happened to a message: its newest state, as a resync has it or as an event tells it; marks put on it; my own; or
 * what is new in its thread.
 */
export type Change =
  | { readonly kind: "whole" | "told"; readonly message: Message }
  | { readonly kind: "mark"; readonly change: MarkChange }
  | { readonly kind: "own"; readonly own: Own }
  | { readonly kind: "thread"; readonly change: ThreadChange };

type ThreadChange = Payload<"thread:changed">;

/** What changes in a room while something of it is being fetched: the answer may have been read before that. */
export class Changes {
  readonly #watched = new Set<{ roomId: RoomId; changes: Change[] }>();

  observe(roomId: RoomId, changes: readonly Change[]): void {
    for (const watch of this.#watched) if (watch.roomId === roomId) watch.changes.push(...changes);
  }

  /** Fetches, and answers what changed meanwhile too. */
  async during<T>(roomId: RoomId, fetch: () => Promise<T>): Promise<{ answer: T; changes: readonly Change[] }> {
    const watch: { roomId: RoomId; changes: Change[] } = { roomId, changes: [] };
    this.#watched.add(watch);
    try {
      return { answer: await fetch(), changes: watch.changes };
    } finally {
      this.#watched.delete(watch);
    }
  }
}

/** The window with what happened since it was read, in the order in which it did. */
export function withChanges(window: RoomWindow, changes: readonly Change[], meId: UserId | undefined): RoomWindow {
  let next = window;
  for (const one of [...changes].sort((a, b) => seqOf(a) - seqOf(b))) {
    if (one.kind === "mark") next = withChange(next, one.change, (known) => withMark(known, one.change, meId));
    else if (one.kind === "own") next = withOwn(next, [one.own]);
    else if (one.kind === "thread") next = withChange(next, one.change, (known) => ({ ...known, ...told(one.change) }));
    else next = one.kind === "whole" ? withMessage(next, one.message) : withTold(next, one.message);
  }
  return next;
}

export function seqOf(one: Change): number {
  if (one.kind === "own") return one.own.seq;
  return "change" in one ? one.change.seq : one.message.seq;
}

function told({ rev, thread }: ThreadChange): Pick<Message, "rev" | "thread"> {
  return { rev, thread };
}
