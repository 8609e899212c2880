import type { RoomId } from "@parley/contract";
import { useCallback, useState } from "react";
import { useLocation } from "wouter";
import { useMedia } from "../use-media.ts";

const KEY = "parley.details";

/** The details pane: beside the conversation where there is room (and then it stays as left), else a place of its own. */
export function useDetails(roomId: RoomId, isAtMembers: boolean): { isOpen: boolean; toggle: () => void } {
  const isBeside = useMedia("(min-width: 1081px)");
  const [, navigate] = useLocation();
  const [isWanted, setWanted] = useState(readWanted);
  const isOpen = isAtMembers || (isBeside && isWanted);
  const toggle = useCallback(() => {
    if (isBeside) {
      setWanted(!isOpen);
      writeWanted(!isOpen);
      if (isAtMembers) navigate(`/r/${roomId}`, { replace: true });
    } else if (isAtMembers) navigate(`/r/${roomId}`, { replace: true });
    else navigate(`/r/${roomId}/members`);
  }, [isBeside, isOpen, isAtMembers, navigate, roomId]);
  return { isOpen, toggle };
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
