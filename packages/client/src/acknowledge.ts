import type { EventPair, Message, Output, RoomId } from "@parley/contract";
import { withKey } from "./immutable.ts";
import { withReadState } from "./reducers/receipts.ts";
import type { OutboxItem } from "./state.ts";
import type { Store } from "./store.ts";
import type { Sync } from "./sync/sync.ts";
import { countingOf } from "./unread.ts";

export interface Acknowledged {
  item: OutboxItem;
  output: unknown;
  /** My rev when it was asked. */
  userRev: number;
}

/** The answer to an outbox item, taken into the state without waiting for the event that says the same. */
export function acknowledge(store: Store, sync: Sync, { item, output, userRev }: Acknowledged): void {
  const { request } = item;
  const { roomId } = request.input;
  if (request.name === "message:send") message(sync, roomId, ["message:sent", output as Message]);
  else if (request.name === "message:edit") message(sync, roomId, ["message:edited", output as Message]);
  else if (request.name === "message:delete") message(sync, roomId, ["message:deleted", output as Message]);
  // Answers about my own pointers carry no rev of mine: only if no event came meanwhile are they the last word.
  else if (store.base.rev === userRev) ofMine(store, item, output);
}

type MessagePair = EventPair<"message:sent" | "message:edited" | "message:deleted">;

function message(sync: Sync, roomId: RoomId, pair: MessagePair): void {
  sync.rooms.acknowledged(roomId, pair, pair[1].rev);
}

function ofMine(store: Store, { request }: OutboxItem, output: unknown): void {
  const { base } = store;
  const { roomId } = request.input;
  const entry = base.rooms.get(roomId);
  if (!entry) return;
  if (request.name === "draft:save") {
    const { draft } = output as Output<"draft:save">;
    store.setBase({ ...base, rooms: withKey(base.rooms, roomId, { ...entry, state: { ...entry.state, draft } }) });
  } else {
    const next = withReadState(entry, output as Output<"receipt:read">, countingOf(base));
    store.setBase({ ...base, rooms: withKey(base.rooms, roomId, next) });
  }
}
