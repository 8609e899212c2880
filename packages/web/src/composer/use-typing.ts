import type { RoomId } from "@parley/contract";
import { useCallback, useEffect, useRef } from "react";
import { useClient } from "../client-context.ts";

const AGAIN_MS = 3_000;

/** Tells the others that I am writing: at most every three seconds while I am, and once when I stop. */
export function useTyping(roomId: RoomId): (isTyping: boolean) => void {
  const client = useClient();
  const toldAt = useRef(0);
  const tell = useCallback(
    (isTyping: boolean) => {
      const now = Date.now();
      if (isTyping ? now - toldAt.current < AGAIN_MS : toldAt.current === 0) return;
      toldAt.current = isTyping ? now : 0;
      client.setTyping(roomId, isTyping);
    },
    [client, roomId],
  );
  useEffect(() => () => tell(false), [tell]);
  return tell;
}
