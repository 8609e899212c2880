import type { ClientState, RoomEntry } from "@parley/client";
import type { User, UserId } from "@parley/contract";
import { fuzzyScore } from "../rooms/fuzzy.ts";
import type { Completion, CompletionToken } from "./completion.ts";

const SHOWN = 8;

/** What it may become: people of the room, those first who wrote last; or rooms. Best first. */
export function completionsFor(state: ClientState, entry: RoomEntry, token: CompletionToken): readonly Completion[] {
  const all = token.sign === "@" ? people(state, entry) : rooms(state);
  const scored = all.map((completion, at) => {
    const score = Math.max(fuzzyScore(token.query, completion.label), fuzzyScore(token.query, completion.text));
    // Who begins as it was written is one kind: a shorter name is no better than somebody who is in the talk.
    return { completion, score: token.sign === "@" ? Math.ceil(score / 100) : score, at };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, SHOWN)
    .map(({ completion }) => completion);
}

function people(state: ClientState, entry: RoomEntry): Completion[] {
  const ids = entry.members === null ? entry.state.directIds : [...entry.members.keys()];
  const known = ids.map((id) => state.people.get(id)).filter((person): person is User => person !== undefined);
  const wrote = lastWritten(entry);
  return known
    .filter((person) => person.id !== state.me?.id)
    .sort((a, b) => (wrote.get(b.id) ?? 0) - (wrote.get(a.id) ?? 0))
    .map((person) => ({
      key: person.id,
      sign: "@",
      label: person.name,
      picture: person.avatar,
      detail: `@${person.handle}`,
      text: `@${person.handle}`,
    }));
}

/** The number of the last message of each who wrote lately. */
function lastWritten({ window }: RoomEntry): Map<UserId, number> {
  return new Map(window?.messages.map(({ senderId, seq }) => [senderId, seq]));
}

function rooms(state: ClientState): Completion[] {
  const named = [...state.rooms.values()].map((entry) => entry.state.room);
  return named
    .filter((room) => room.kind !== "direct" && !/\s/.test(room.name))
    .map((room) => ({ key: room.id, sign: "#", label: room.name, detail: room.topic, text: `#${room.name}` }));
}
