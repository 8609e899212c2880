import { type ClientState, type RoomEntry, roomList, roomTitle } from "@parley/client";
import type { RoomId, User, UserId } from "@parley/contract";
import { fuzzyScore } from "./fuzzy.ts";

/**
 * Somewhere to jump to: a room, or a person with whom there is no private conversation yet; or else what is written in
 * messages.
 */
export type Candidate =
  | { kind: "room"; key: RoomId; title: string; entry: RoomEntry }
  | { kind: "person"; key: UserId; title: string; person: User }
  | { kind: "search"; key: "search"; title: string };

const SHOWN = 30;

/** What fits the query, best first; among equals unread rooms come first, then the latest. At the end, a search for it. */
export function candidates(state: ClientState, query: string): readonly Candidate[] {
  const all: readonly Candidate[] = [...roomCandidates(state), ...(query.trim() === "" ? [] : personCandidates(state))];
  const scored = all.map((candidate, at) => ({ candidate, score: scoreOf(candidate, query), at }));
  const fitting = scored
    .filter((item) => item.score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, SHOWN)
    .map((item) => item.candidate);
  const title = query.trim();
  return title === "" ? fitting : [...fitting, { kind: "search", key: "search", title }];
}

/** How well it fits; 0 is not at all. */
export function scoreOf(candidate: Candidate, query: string): number {
  const name = candidate.kind === "person" ? candidate.person.handle : "";
  const fit = Math.max(fuzzyScore(query, candidate.title), name === "" ? 0 : fuzzyScore(query, name));
  if (fit === 0) return 0;
  const { unread = 0, mentions = 0 } = candidate.kind === "room" ? candidate.entry.state : {};
  if (query.trim() === "") return fit + (unread > 0 ? 10 : 0) + (mentions > 0 ? 10 : 0);
  return fit + (unread > 0 ? 60 : 0);
}

function roomCandidates(state: ClientState): Candidate[] {
  return roomList(state).map((entry) => ({
    kind: "room",
    key: entry.state.room.id,
    title: roomTitle(state, entry),
    entry,
  }));
}

function personCandidates(state: ClientState): Candidate[] {
  const known = new Set<UserId | undefined>([state.me?.id]);
  for (const { state: room } of state.rooms.values()) {
    if (room.directIds.length === 2) for (const id of room.directIds) known.add(id);
  }
  const others = [...state.people.values()].filter((person) => !known.has(person.id));
  return others.map((person) => ({ kind: "person", key: person.id, title: person.name, person }));
}
