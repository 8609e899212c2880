import type { RoomEntry } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { usePartner } from "../rooms/use-room-title.ts";

/** Whether a message may wait here until the other one is online: asked once one begins to write to them. */
export function useCanAwait(entry: RoomEntry, isWriting: boolean): boolean {
  const client = useClient();
  const partner = usePartner(entry);
  const roomId = entry.state.room.id;
  const [offered, setOffered] = useState<RoomId | null>(null);
  const isAsked = isWriting && partner !== undefined;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    client.call("scheduled:offer", { roomId }).then(
      ({ canAwait }) => isWanted && setOffered(canAwait ? roomId : null),
      // Without an answer it is not offered.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [client, roomId, isAsked]);
  return offered === roomId;
}
