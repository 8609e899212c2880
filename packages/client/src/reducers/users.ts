import type { User } from "@parley/contract";
import type { ClientState } from "../state.ts";
import type { PersonReducers } from "./reducer.ts";

export const profileReducers: PersonReducers<"profile:changed"> = {
  "profile:changed": (state, { user }) => withPeople(state, [user]),
};

/** The state with these people in it; the same state when all are known as they are. */
export function withPeople(state: ClientState, people: readonly User[]): ClientState {
  const changed = people.filter((user) => !isSameUser(state.people.get(user.id), user));
  if (changed.length === 0) return state;
  const next = new Map(state.people);
  for (const user of changed) next.set(user.id, user);
  return { ...state, people: next };
}

function isSameUser(one: User | undefined, other: User): boolean {
  return one?.handle === other.handle && one.name === other.name && one.role === other.role;
}
