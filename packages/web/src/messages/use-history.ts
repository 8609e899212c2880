import type { RoomWindow } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useEffect, useRef } from "react";
import { useClient } from "../client-context.ts";
import { useClientState } from "../use-client-state.ts";

/** Rows left before more is fetched: about two screens, so that the end of what is loaded is rarely seen. */
const AHEAD = 40;

export interface HistoryOptions {
  roomId: RoomId;
  window: RoomWindow;
  count: number;
  /** The rows on the screen; null before there are any. */
  range: { startIndex: number; endIndex: number } | null;
  /** False while the list finds its place. */
  isSettled: boolean;
}

/** Fetches older and newer messages before they are needed. */
export function useHistory({ roomId, window, count, range, isSettled }: HistoryOptions): void {
  const client = useClient();
  const isLive = useClientState((state) => state.connection.status === "live");
  const isLoading = useRef(false);
  const wantsOlder = range !== null && range.startIndex < AHEAD && !window.isStart;
  const wantsNewer = range !== null && count - range.endIndex < AHEAD && !window.isEnd;
  const first = window.messages[0]?.seq;
  const last = window.messages.at(-1)?.seq;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that came in may not be enough; then the next follows.
  useEffect(() => {
    if (!isLive || !isSettled || isLoading.current || !(wantsOlder || wantsNewer)) return;
    isLoading.current = true;
    const load = wantsOlder ? client.loadOlder(roomId) : client.loadNewer(roomId);
    // Cut off: the effect runs again when the connection is back.
    load
      .catch(() => undefined)
      .finally(() => {
        isLoading.current = false;
      });
  }, [client, roomId, isLive, isSettled, wantsOlder, wantsNewer, first, last]);
}
