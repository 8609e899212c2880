import type { RoomId } from "@parley/contract";
import { useCallback, useState } from "react";
import { useLocation } from "wouter";
import { useSearchPlace } from "../search/search-place.ts";
import { useMedia } from "../use-media.ts";

const KEY = "parley.details";

/** Who is in the room, or what was shared in it. */
export type DetailsPart = "members" | "gallery";

export interface Details {
  readonly part: DetailsPart | null;
  /** Shows the members, or hides them. */
  readonly toggle: () => void;
  readonly closeGallery: () => void;
}

/**
 * The details pane: beside the conversation where there is room (and then it stays as left), else a place of its own. It
 * makes way for a search, which stands there too.
 */
export function useDetails(roomId: RoomId, at: DetailsPart | null): Details {
  const isAtMembers = at === "members";
  const isBeside = useMedia("(min-width: 1081px)");
  const [, navigate] = useLocation();
  const [isWanted, setWanted] = useState(readWanted);
  const { start, close } = useSearchPlace();
  const isSearched = isBeside && start !== null;
  const isGallery = at === "gallery" && !isSearched;
  const isOpen = at !== "gallery" && !isSearched && (isAtMembers || (isBeside && isWanted));
  const toggle = useCallback(() => {
    if (isBeside) {
      close();
      setWanted(!isOpen);
      writeWanted(!isOpen);
      if (at !== null) navigate(`/r/${roomId}`, { replace: true });
    } else if (isAtMembers) navigate(`/r/${roomId}`, { replace: true });
    else navigate(`/r/${roomId}/members`);
  }, [isBeside, isOpen, isAtMembers, at, navigate, roomId, close]);
  const closeGallery = useCallback(() => navigate(`/r/${roomId}`, { replace: true }), [navigate, roomId]);
  return { part: isGallery ? "gallery" : isOpen ? "members" : null, toggle, closeGallery };
}

function readWanted(): boolean {
  try {
    return localStorage.getItem(KEY) === "open";
  } catch {
    return false;
  }
}

function writeWanted(isWanted: boolean): void {
  try {
    localStorage.setItem(KEY, isWanted ? "open" : "closed");
  } catch {
    // Storage is refused: it holds until the page is closed.
  }
}
