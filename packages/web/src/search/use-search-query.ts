import { parseSearch, type RoomId, type SearchOrder, type SearchProblem } from "@parley/contract";
import { useMemo, useState } from "react";
import { useDelayed } from "../use-delayed.ts";
import type { SearchStart } from "./search-place.ts";
import { withoutPiece } from "./search-token.ts";
import type { SearchQuestion } from "./use-more-pages.ts";

const TYPING_MS = 200;

export interface SearchQuery {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** One room, or null for all of them. */
  readonly scope: RoomId | null;
  readonly setScope: (roomId: RoomId | null) => void;
  readonly order: SearchOrder;
  readonly setOrder: (order: SearchOrder) => void;
  /** What the server is asked once typing rests; null while there is nothing to ask, or something is wrong. */
  readonly question: SearchQuestion | null;
  readonly problem: SearchProblem | null;
  /** A piece of the text that is left out for as long as it may become something else. */
  readonly setUnfinished: (piece: string | null) => void;
}

/** What is looked for. A new start keeps what was typed, unless it brings a text of its own. */
export function useSearchQuery(start: SearchStart): SearchQuery {
  const [text, setText] = useState(start.text ?? "");
  const [scope, setScope] = useState(start.roomId ?? null);
  const [order, setOrder] = useState<SearchOrder>("newest");
  const [unfinished, setUnfinished] = useState<string | null>(null);
  const [begun, setBegun] = useState(start);
  if (begun !== start) {
    setBegun(start);
    setScope(start.roomId ?? null);
    if (start.text !== undefined) setText(start.text);
  }
  const finished = unfinished === null ? text.trim() : withoutPiece(text, unfinished);
  const rested = useDelayed(finished, TYPING_MS);
  const { words, filters, problem } = useMemo(() => parseSearch(rested), [rested]);
  const isEmpty = finished === "" || words.length + filters.length === 0;
  const isWrong = problem !== null;
  const question = useMemo(
    () => (isEmpty || isWrong ? null : { text: rested, roomId: scope, order }),
    [isEmpty, isWrong, rested, scope, order],
  );
  return {
    text,
    setText,
    scope,
    setScope,
    order,
    setOrder,
    question,
    problem: finished === "" ? null : problem,
    setUnfinished,
  };
}
