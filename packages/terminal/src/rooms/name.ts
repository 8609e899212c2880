import type { RoomState, User, UserId } from "@parley/contract";

/** A room as one would refer to it on the command line: `#name`, or the people of a private conversation. */
export function roomName(state: RoomState, people: ReadonlyMap<UserId, User>, me: UserId): string {
  if (state.room.kind !== "direct") return `#${state.room.name}`;
  const others = state.directIds.filter((id) => id !== me);
  const shown = others.length > 0 ? others : [me];
  return shown.map((id) => `@${people.get(id)?.handle ?? "?"}`).join(",");
}
