import type { ClientState, RoomEntry } from "@parley/client";
import type { User } from "@parley/contract";
import { fuzzyScore } from "../rooms/fuzzy.ts";
import type { Completion, CompletionToken } from "./completion.ts";

const SHOWN = 8;

/** What it may become: people of the room first, then others known; or rooms. Best first. */
export function completionsFor(state: ClientState, entry: RoomEntry, token: CompletionToken): readonly Completion[] {
  const all = token.sign === "@" ? people(state, entry) : rooms(state);
  const scored = all.map((completion, at) => {
    const score = Math.max(fuzzyScore(token.query, completion.label), fuzzyScore(token.query, completion.text));
    return { completion, score, at };
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
  return known
    .filter((person) => person.id !== state.me?.id)
    .map((person) => ({
      key: person.id,
      sign: "@",
      label: person.name,
      picture: person.avatar,
      detail: `@${person.handle}`,
      text: `@${person.handle}`,
    }));
}

function rooms(state: ClientState): Completion[] {
  const named = [...state.rooms.values()].map((entry) => entry.state.room);
  return named
    .filter((room) => room.kind !== "direct" && !/\s/.test(room.name))
    .map((room) => ({ key: room.id, sign: "#", label: room.name, detail: room.topic, text: `#${room.name}` }));
}
