import { type ClientState, type RoomEntry, shownRoom } from "@parley/client";
import type { RoomId, User, UserId } from "@parley/contract";
import { useCallback, useRef, useSyncExternalStore } from "react";
import { useClient } from "./client-context.ts";

/**
 * A part of the client's state. Renders again only when `isEqual` tells the part apart: give one (such as
 * {@link sameItems}) to a selector that makes a new array each time.
 */
export function useClientState<T>(select: (state: ClientState) => T, isEqual: (a: T, b: T) => boolean = Object.is): T {
  const client = useClient();
  const last = useRef<{ state: ClientState; select: (state: ClientState) => T; value: T } | null>(null);
  const read = () => {
    const state = client.getState();
    const before = last.current;
    if (before?.state === state && before.select === select) return before.value;
    const value = select(state);
    const kept = before !== null && isEqual(before.value, value) ? before.value : value;
    last.current = { state, select, value: kept };
    return kept;
  };
  return useSyncExternalStore(
    useCallback((listener: () => void) => client.subscribe(listener), [client]),
    read,
  );
}

/** As it is shown: see shownRoom. */
export function useRoom(roomId: RoomId): RoomEntry | undefined {
  return useClientState((state) => shownRoom(state, roomId));
}

export function useMe(): User | null {
  return useClientState((state) => state.me);
}

export function usePerson(userId: UserId | undefined): User | undefined {
  return useClientState((state) => (userId === undefined ? undefined : state.people.get(userId)));
}

/** Whether two lists hold the same things in the same order. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
}
