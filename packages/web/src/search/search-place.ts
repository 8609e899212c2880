import type { FoundRoom, RoomId } from "@parley/contract";
import { createContext, use } from "react";

/** What a search begins with: everywhere, or in one room. */
export interface SearchStart {
  readonly roomId?: RoomId;
  readonly text?: string;
}

/** Where one searches: beside the conversation where there is room, else a place of its own. */
export interface SearchPlace {
  /** What was asked for last, a new object each time; null while nothing is searched. */
  readonly start: SearchStart | null;
  /** The room that was reached from results which it hides: its way back leads to them. */
  readonly landedIn: RoomId | null;
  readonly open: (start?: SearchStart) => void;
  readonly close: () => void;
  /** Shows a message in its room, or in the thread that the room is. */
  readonly land: (roomId: RoomId, seq: number, thread?: FoundRoom["thread"]) => void;
}

/** Apart from what it opens, which asks for it in turn. */
export const SearchContext = createContext<SearchPlace>({
  start: null,
  landedIn: null,
  open: () => undefined,
  close: () => undefined,
  land: () => undefined,
});

export function useSearchPlace(): SearchPlace {
  return use(SearchContext);
}
