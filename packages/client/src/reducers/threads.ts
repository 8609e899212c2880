import type { Message, RoomId, RoomState } from "@parley/contract";
import { isCleared } from "../cleared.ts";
import { type ClientState, emptyEntry, type RoomEntry } from "../state.ts";
import { withChange } from "../windows.ts";
import type { PersonReducers, RoomReducers } from "./reducer.ts";

export const threadReducers: RoomReducers<"thread:changed"> = {
  "thread:changed": (entry, { rev, seq, thread }) => {
    const { state, window, quotes } = entry;
    const moved: RoomEntry = { ...entry, state: { ...state, rev } };
    if (isCleared(entry, { seq })) return moved;
    const changed = (message: Message): Message => ({ ...message, rev, thread });
    const { lastMessage } = state;
    const quote = quotes.get(seq);
    return {
      ...moved,
      state: lastMessage?.seq === seq ? { ...moved.state, lastMessage: changed(lastMessage) } : moved.state,
      window: window && withChange(window, { seq, rev }, changed),
      quotes: quote === undefined ? quotes : new Map(quotes).set(seq, changed(quote)),
    };
  },
};

export const myThreadReducers: PersonReducers<"thread:followed"> = {
  "thread:followed": (state, { rev, state: room }) => {
    const rooms = new Map(state.rooms);
    const known = rooms.get(room.room.id);
    // One that is not followed is there only as long as it is looked at.
    if (room.isFollowed !== true && !known?.window) rooms.delete(room.room.id);
    else rooms.set(room.room.id, known ? withMine(known, room) : emptyEntry(room));
    return { ...state, rev, rooms };
  },
};

/** What is as of the room's rev is taken only if it is not ahead of what was missed. */
function withMine(known: RoomEntry, room: RoomState): RoomEntry {
  const { isFollowed = false, readSeq } = room;
  const counts = isFollowed ? {} : { unread: 0, mentions: 0 };
  if (known.state.rev > room.rev) return { ...known, state: { ...known.state, isFollowed, ...counts } };
  if (known.state.rev < room.rev && !known.window) return emptyEntry(room);
  const mine = { isFollowed, readSeq, ...counts };
  return { ...known, state: known.state.rev === room.rev ? room : { ...known.state, ...mine } };
}

/** Without the threads of a room, or of its messages up to one. */
export function withoutThreadsOf(
  rooms: ClientState["rooms"],
  roomId: RoomId,
  upTo: number = Number.POSITIVE_INFINITY,
): ClientState["rooms"] {
  const isKept = ({ thread }: RoomState["room"]) => thread?.roomId !== roomId || thread.seq > upTo;
  return new Map([...rooms].filter(([, { state }]) => isKept(state.room)));
}
