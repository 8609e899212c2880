import { threadAt } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useCallback, useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { useClientState } from "../use-client-state.ts";

/** The room of a message's thread, once it is known; it is begun, or looked into, by being shown. */
export function useThread(roomId: RoomId, seq: number): { threadId: RoomId | undefined; isGone: boolean } {
  const client = useClient();
  const [isRefused, setRefused] = useState(false);
  const threadId = useClientState(
    useCallback((state) => threadAt(state, { roomId, seq })?.state.room.id, [roomId, seq]),
  );
  useEffect(() => {
    let isWanted = true;
    setRefused(false);
    client
      .whenLive()
      .then(() => client.call("thread:open", { roomId, seq }))
      .catch(() => isWanted && setRefused(true));
    return () => {
      isWanted = false;
    };
  }, [client, roomId, seq]);
  return { threadId, isGone: isRefused && threadId === undefined };
}
