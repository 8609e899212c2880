import type { Status, User } from "@parley/contract";
import type { ClientState } from "../state.ts";
import type { PersonReducers } from "./reducer.ts";

export const profileReducers: PersonReducers<"profile:changed"> = {
  "profile:changed": (state, { user }) => {
    const next = withPeople(state, [user]);
    return state.me?.id === user.id && !isSameUser(state.me, user) ? { ...next, me: user } : next;
  },
};

/** The state with these people in it; the same state when all are known as they are. */
export function withPeople(state: ClientState, people: readonly User[]): ClientState {
  const changed = people.filter((user) => !isSameUser(state.people.get(user.id), user));
  if (changed.length === 0) return state;
  const next = new Map(state.people);
  for (const user of changed) next.set(user.id, user);
  return { ...state, people: next };
}

/** The same for people of whom a room's event says the name only: what is known of their looks stays. */
export function withNames(state: ClientState, people: readonly User[]): ClientState {
  const named = people.map((user) => {
    const { avatar, status } = state.people.get(user.id) ?? {};
    return { ...user, ...(avatar !== undefined && { avatar }), ...(status !== undefined && { status }) };
  });
  return withPeople(state, named);
}

function isSameUser(one: User | undefined, other: User): boolean {
  if (one?.handle !== other.handle || one.name !== other.name || one.role !== other.role) return false;
  return one.avatar === other.avatar && one.isGone === other.isGone && isSameStatus(one.status, other.status);
}

function isSameStatus(one: Status | undefined, other: Status | undefined): boolean {
  return one?.emoji === other?.emoji && one?.text === other?.text && one?.until === other?.until;
}
