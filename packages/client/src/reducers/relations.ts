import type { UserId } from "@parley/contract";
import { withKey, withoutKey } from "../immutable.ts";
import type { ClientState, RoomEntry } from "../state.ts";
import type { PersonReducers } from "./reducer.ts";
import { withPeople } from "./users.ts";

export const relationReducers: PersonReducers<"relation:changed"> = {
  "relation:changed": (state, { rev, userId, relation, user }) => ({
    ...withPeople(state, [user]),
    rev,
    relations: relation === null ? withoutKey(state.relations, userId) : withKey(state.relations, userId, relation),
    rooms: relation?.kind === "blocked" ? withoutSigns(state.rooms, [userId]) : state.rooms,
  }),
};

/** The rooms without what these people do in them: how far they read, whether they are here or writing. */
export function withoutSigns(rooms: ClientState["rooms"], userIds: readonly UserId[]): ClientState["rooms"] {
  let next = rooms;
  for (const [roomId, entry] of rooms)
    if (userIds.some((userId) => hasSigns(entry, userId))) next = withKey(next, roomId, without(entry, userIds));
  return next;
}

function hasSigns({ receipts, online, typing }: RoomEntry, userId: UserId): boolean {
  return receipts.has(userId) || online.has(userId) || typing.has(userId);
}

function without(entry: RoomEntry, userIds: readonly UserId[]): RoomEntry {
  let { receipts, online, typing } = entry;
  for (const userId of userIds) {
    receipts = withoutKey(receipts, userId);
    online = withoutKey(online, userId);
    typing = withoutKey(typing, userId);
  }
  return { ...entry, receipts, online, typing };
}
