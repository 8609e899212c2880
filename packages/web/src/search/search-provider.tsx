import type { FoundRoom, RoomId } from "@parley/contract";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { threadPath } from "../threads/thread-path.ts";
import { useMedia } from "../use-media.ts";
import { SearchContext, type SearchStart } from "./search-place.ts";

const HERE = "/search";
const everywhere: SearchStart = {};

/** Knows whether something is searched, while what shows it comes and goes. */
export function SearchProvider({ children }: { children: ReactNode }) {
  // The same width stands in the panes' style sheet.
  const isBeside = useMedia("(min-width: 1081px)");
  const [location, navigate] = useLocation();
  const isHere = location === HERE;
  const [asked, setAsked] = useState<SearchStart | null>(null);
  const [landedIn, setLandedIn] = useState<RoomId | null>(null);
  const now = useRef(location);
  const from = useRef("/");
  const start = asked ?? (isHere ? everywhere : null);
  useEffect(() => {
    // Whoever has been at the rooms since is not on the way back to what was found.
    if (location === "/" || isBeside) setLandedIn(null);
    now.current = location;
  }, [location, isBeside]);
  const open = useCallback(
    (next: SearchStart = {}) => {
      setAsked(next);
      if (now.current !== HERE) from.current = now.current;
      if (!isBeside) navigate(HERE);
    },
    [isBeside, navigate],
  );
  const close = useCallback(() => {
    setAsked(null);
    if (isHere) navigate(from.current, { replace: true });
  }, [isHere, navigate]);
  const land = useCallback(
    (roomId: RoomId, seq: number, thread?: FoundRoom["thread"]) => {
      if (!isBeside) setLandedIn(thread?.roomId ?? roomId);
      navigate(`${thread ? threadPath(thread) : `/r/${roomId}`}?at=${seq}`);
    },
    [isBeside, navigate],
  );
  const place = useMemo(() => ({ start, landedIn, open, close, land }), [start, landedIn, open, close, land]);
  return <SearchContext value={place}>{children}</SearchContext>;
}
