import type { RoomId } from "@parley/contract";
import { useEffect, useRef } from "react";
import { useLocation, useSearch } from "wouter";
import { useClient } from "../client-context.ts";

/** Opens a room for as long as it is on the screen, at the first unread message or at the one that the link names. */
export function useOpenRoom(roomId: RoomId, jumpTo: (seq: number) => void, path: string | null): void {
  const client = useClient();
  const [, navigate] = useLocation();
  const seq = Number(new URLSearchParams(useSearch()).get("at"));
  const opened = useRef<Promise<void> | null>(null);
  useEffect(() => {
    // Refused or cut off: the state says so, and the page shows it.
    opened.current = client.openRoom(roomId, "unread").catch(() => undefined);
    return () => client.closeRoom(roomId);
  }, [client, roomId]);
  useEffect(() => {
    if (path === null || !Number.isSafeInteger(seq) || seq < 1) return;
    void opened.current?.then(() => jumpTo(seq));
    // Gone from the address, so that the same link works a second time.
    navigate(path, { replace: true });
  }, [path, seq, jumpTo, navigate]);
}
