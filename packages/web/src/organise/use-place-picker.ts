import { type ClientState, type RoomEntry, roomList, roomTitle } from "@parley/client";
import { type KeyboardEvent, useCallback, useMemo, useState } from "react";
import { useClient } from "../client-context.ts";
import { isComposing } from "../keys.ts";
import { quoted } from "../messages/quote.tsx";
import { useBlocked } from "../people/use-blocked.ts";
import { type Candidate, candidates, scoreOf } from "../rooms/candidates.ts";
import { mayDo } from "../rooms/permitted.ts";
import { sameItems, useClientState } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";
import { useWords } from "../words/use-words.ts";
import { rootsOf, rootWords, scoreOfThread, shownThreads, type ThreadPlace } from "./thread-places.ts";

/** Where one may write: a room, somebody with whom there is no conversation yet, or a thread that one follows. */
export type Place = Extract<Candidate, { kind: "room" | "person" }> | ThreadPlace;

export interface PlacePickerOptions {
  picked: readonly Place[];
  onPick: (picked: readonly Place[]) => void;
}

export function usePlacePicker({ picked, onPick }: PlacePickerOptions) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const found = usePlaces(text);
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

/** What fits, best first; without a word to look for, where something happened last, rooms before threads. */
function usePlaces(text: string): readonly Place[] {
  const rooms = useClientState(
    useCallback((state: ClientState) => roomsIn(state, text), [text]),
    (one, other) =>
      sameItems(
        one.map(({ key }) => key),
        other.map(({ key }) => key),
      ),
  );
  const threads = useThreadPlaces();
  return useMemo(() => {
    if (text.trim() === "") return [...rooms, ...threads.slice(0, SHOWN)];
    const scored = [
      ...rooms.map((place) => ({ place, score: scoreOf(place, text) })),
      ...threads.map((place) => ({ place, score: scoreOfThread(place, text) })),
    ];
    const fitting = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
    return fitting.slice(0, SHOWN).map(({ place }) => place);
  }, [text, rooms, threads]);
}

function useThreadPlaces(): readonly ThreadPlace[] {
  const words = useWords();
  const client = useClient();
  const blocked = useBlocked();
  const entries = useClientState(shownThreads, sameItems);
  const { data: roots } = useLoad(useCallback(() => rootsOf(client), [client]));
  return useMemo(
    () =>
      entries.filter(mayWriteIn).flatMap(({ state: { room } }): ThreadPlace[] => {
        const { id: key, name, thread } = room;
        if (thread === undefined) return [];
        const message = quoted(client.getState(), thread.roomId, thread.seq) ?? roots?.get(key);
        return [{ kind: "thread", key, title: rootWords(words, message, blocked), room: name, thread }];
      }),
    [words, client, blocked, entries, roots],
  );
}

function roomsIn(state: ClientState, text: string): readonly Exclude<Place, ThreadPlace>[] {
  if (text.trim() !== "") return candidates(state, text).filter(isPlace);
  const rooms = roomList(state).filter(mayWriteIn).slice(0, SHOWN);
  return rooms.map((entry) => ({ kind: "room", key: entry.state.room.id, title: roomTitle(state, entry), entry }));
}

function isPlace(candidate: Candidate): candidate is Exclude<Place, ThreadPlace> {
  return candidate.kind === "person" || (candidate.kind === "room" && mayWriteIn(candidate.entry));
}

function mayWriteIn({ state }: RoomEntry): boolean {
  return mayDo("post", state) && !state.isRequest;
}
