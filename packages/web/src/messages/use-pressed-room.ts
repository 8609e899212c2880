import { isId, type RoomId } from "@parley/contract";
import { startTransition, useEffect, useState } from "react";
import { useClient } from "../client-context.ts";

const AFTER_MS = 300;

/**
 * The known room on whose link a finger or button is down at this moment, other than the one that is open: it can be made
 * ready while the press lasts. Only the click opens it (WCAG 2.5.2: what goes down does nothing by itself).
 */
export function usePressedRoom(openId: RoomId): RoomId | null {
  const client = useClient();
  const [pressed, setPressed] = useState<RoomId | null>(null);
  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      clearTimeout(timer);
      const roomId = event.button === 0 ? linkedRoom(event.target) : null;
      if (roomId === null || !client.getState().rooms.get(roomId)?.window) return;
      startTransition(() => setPressed(roomId));
    };
    let timer = 0;
    // After the click and what it shows, if there is one.
    const onEnd = () => {
      timer = window.setTimeout(() => startTransition(() => setPressed(null)), AFTER_MS);
    };
    // The keys go through what is seen: what is covered leaves the page before the focus moves on.
    const onKey = ({ key }: KeyboardEvent) => key === "Tab" && setPressed(null);
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onDown);
    document.addEventListener("pointerup", onEnd);
    document.addEventListener("pointercancel", onEnd);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onDown);
      document.removeEventListener("pointerup", onEnd);
      document.removeEventListener("pointercancel", onEnd);
    };
  }, [client]);
  return pressed === openId ? null : pressed;
}

function linkedRoom(target: EventTarget | null): RoomId | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/r/"]') : null;
  const id = link?.pathname.split("/")[2];
  return isId<RoomId>(id) ? id : null;
}
