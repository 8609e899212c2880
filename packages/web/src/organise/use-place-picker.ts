import { type ClientState, type RoomEntry, roomList, roomTitle } from "@parley/client";
import { type KeyboardEvent, useCallback, useState } from "react";
import { isComposing } from "../keys.ts";
import { type Candidate, candidates } from "../rooms/candidates.ts";
import { mayDo } from "../rooms/permitted.ts";
import { sameItems, useClientState } from "../use-client-state.ts";

/** Where one may write: a room, or somebody with whom there is no conversation yet. */
export type Place = Extract<Candidate, { kind: "room" | "person" }>;

export interface PlacePickerOptions {
  picked: readonly Place[];
  onPick: (picked: readonly Place[]) => void;
}

export function usePlacePicker({ picked, onPick }: PlacePickerOptions) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const found = useClientState(
    useCallback((state: ClientState) => placesIn(state, text), [text]),
    (one, other) =>
      sameItems(
        one.map(({ key }) => key),
        other.map(({ key }) => key),
      ),
  );
  const active = Math.min(at, found.length - 1);
  const write = (next: string) => {
    setText(next);
    setAt(0);
  };
  const toggle = (place: Place | undefined) => {
    if (place === undefined) return;
    const rest = picked.filter(({ key }) => key !== place.key);
    onPick(rest.length < picked.length ? rest : [...picked, place]);
    if (text !== "") write("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "ArrowDown") setAt(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(active - 1, 0));
    else if (event.key === "Enter" && (text !== "" || picked.length === 0)) toggle(found[active]);
    else return;
    event.preventDefault();
  };
  return { text, setText: write, found, active, toggle, onKeyDown };
}

const SHOWN = 30;

/** Without a word to look for, where something happened last comes first. */
function placesIn(state: ClientState, text: string): readonly Place[] {
  if (text.trim() !== "") return candidates(state, text).filter(isPlace);
  const rooms = roomList(state).filter(mayWriteIn).slice(0, SHOWN);
  return rooms.map((entry) => ({ kind: "room", key: entry.state.room.id, title: roomTitle(state, entry), entry }));
}

function isPlace(candidate: Candidate): candidate is Place {
  return candidate.kind === "person" || (candidate.kind === "room" && mayWriteIn(candidate.entry));
}

function mayWriteIn({ state }: RoomEntry): boolean {
  return mayDo("post", state) && !state.isRequest;
}
