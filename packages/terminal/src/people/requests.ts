import type { ClientState, RoomEntry } from "@parley/client";
import type { User } from "@parley/contract";

/** A private conversation that a stranger began, neither accepted nor declined. */
export interface ConversationRequest {
  readonly entry: RoomEntry;
  /** Who is in it beside me. */
  readonly from: readonly User[];
}

export function conversationRequests(state: ClientState): ConversationRequest[] {
  const waiting = [...state.rooms.values()].filter((entry) => entry.state.isRequest);
  return waiting.map((entry) => ({ entry, from: othersIn(state, entry) }));
}

export function othersIn({ people, me }: ClientState, { state }: RoomEntry): User[] {
  return state.directIds.flatMap((id) => (id === me?.id ? [] : (people.get(id) ?? [])));
}

/** How many people and conversations wait for an answer of mine. */
export function waitingCount(state: ClientState): number {
  const asking = [...state.relations.values()].filter(({ kind }) => kind === "asking");
  return asking.length + conversationRequests(state).length;
}
