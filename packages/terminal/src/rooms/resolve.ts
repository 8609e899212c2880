import {
  foldRoomName,
  type Input,
  type Output,
  ParleyError,
  type RoomState,
  type User,
  type UserId,
} from "@parley/contract";
import { personNamed } from "../people/named.ts";
import { type RoomReference, written } from "./reference.ts";

/** The requests that finding a room may take; over HTTP or the socket alike. */
type Asked = "room:list" | "room:join" | "room:create-direct" | "user:find";
export type Ask = <N extends Asked>(name: N, input: Input<N>) => Promise<Output<N>>;

/** What is known before asking: my rooms, the people in them, and me. */
export interface Known {
  readonly rooms: Iterable<RoomState>;
  readonly people: Iterable<User>;
  readonly me: User;
}

/**
 * The room that a reference names. A public room that one is not in is joined, a private conversation that does not
 * exist yet is begun; both are open to everybody who can name them.
 */
export async function resolveRoom(reference: RoomReference, known: Known, ask: Ask): Promise<RoomState> {
  if (reference.kind === "direct") return await directRoom(reference.handles, known, ask);
  const folded = foldRoomName(reference.name);
  for (const state of known.rooms) {
    if (state.room.kind !== "direct" && foldRoomName(state.room.name) === folded) return state;
  }
  let after: string | null = "";
  while (after !== null) {
    const page: Output<"room:list"> = await ask("room:list", { text: reference.name, after, limit: 100 });
    const found = page.rooms.find((listed) => foldRoomName(listed.room.name) === folded);
    if (found) return await ask("room:join", { roomId: found.room.id });
    after = page.next;
  }
  throw new ParleyError("not_found", `There is no room ${written(reference)}, or not for you.`);
}

/** The lobby: where everybody is. */
export function lobbyOf(rooms: Iterable<RoomState>): RoomState {
  for (const state of rooms) if (state.room.isLobby) return state;
  throw new ParleyError("not_found", "This server has no lobby that you are in; name a room with --room.");
}

async function directRoom(handles: readonly string[], known: Known, ask: Ask): Promise<RoomState> {
  const people = [...known.people];
  const userIds = new Set<UserId>();
  for (const handle of handles) {
    userIds.add((await personNamed(handle, people, (text) => ask("user:find", { text }))).id);
  }
  const wanted = new Set(userIds).add(known.me.id);
  for (const state of known.rooms) {
    const isIt = state.room.kind === "direct" && new Set(state.directIds).symmetricDifference(wanted).size === 0;
    if (isIt) return state;
  }
  return await ask("room:create-direct", { userIds: [...userIds] });
}
