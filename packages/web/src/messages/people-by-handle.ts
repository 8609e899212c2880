import type { User, UserId } from "@parley/contract";

// Keyed by an immutable map, and gone with it: a memory of what was computed, not state.
const indexes = new WeakMap<ReadonlyMap<UserId, User>, ReadonlyMap<string, User>>();

/** Whom a folded handle belongs to, among the people known here. */
export function personNamed(people: ReadonlyMap<UserId, User>, handle: string): User | undefined {
  let index = indexes.get(people);
  if (index === undefined) {
    index = new Map([...people.values()].map((person) => [person.handle, person]));
    indexes.set(people, index);
  }
  return index.get(handle);
}
