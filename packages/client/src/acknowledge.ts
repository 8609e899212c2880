import type { EventPair, Message, Output, RoomId } from "@parley/contract";
import { withKey } from "./immutable.ts";
import { withReadState } from "./reducers/receipts.ts";
import { withOwnIn } from "./reducers/voices.ts";
import type { OutboxItem } from "./state.ts";
import type { Store } from "./store.ts";
import type { Sync } from "./sync/sync.ts";
import { countingOf } from "./unread.ts";
import { messageAt } from "./windows.ts";

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
  if (request.name === "message:send") {
    if (isNew(store, roomId, output as Message)) message(sync, roomId, ["message:sent", output as Message]);
  } else if (request.name === "message:edit") {
    if (isChanged(store, roomId, output as Message)) message(sync, roomId, ["message:edited", output as Message]);
  } else if (request.name === "message:delete") message(sync, roomId, ["message:deleted", output as Message]);
  // The event comes along with the answer, and the answer to a repeat is none.
  else if (/^(reaction|scheduled)/.test(request.name)) return;
  else if (request.name === "voice:play" || request.name === "poll:vote")
    store.setBase(withOwnIn(store.base, roomId, output as Output<"voice:play" | "poll:vote">));
  // Answers about my own pointers carry no rev of mine: only if no event came meanwhile are they the last word.
  else if (store.base.rev === userRev) ofMine(store, item, output);
}

/** The answer to a repeat is the message as it is by now: not all that has happened to it is in there. */
function isNew({ base }: Store, roomId: RoomId, { seq }: Message): boolean {
  return seq > (base.rooms.get(roomId)?.state.lastSeq ?? 0);
}

/** Likewise when nothing was left to edit. */
function isChanged({ base }: Store, roomId: RoomId, { seq, body }: Message): boolean {
  const known = messageAt(base.rooms.get(roomId)?.window ?? null, seq);
  return known !== undefined && known.body !== body;
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
