import type { RoomId } from "@parley/contract";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { useClient } from "../client-context.ts";

const ACTIVE_MS = 60_000;
const SETTLE_MS = 250;
const acts = ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"] as const;

export interface ReadPointerOptions {
  roomId: RoomId;
  /** The highest seq whose row is on the screen; 0 for none. */
  visibleSeq: () => number;
  /** Marked unread by hand: nothing is read until the room is left. */
  isHeld: () => boolean;
  /** Epoch ms of the last scroll to somewhere else that the program made. */
  movedAt: RefObject<number>;
}

/**
 * Moves my read pointer: only over rows on the screen, while the window has the focus and a person did something
 * within the last minute, and since the program last scrolled elsewhere. Call the answer when what is visible changed.
 */
export function useReadPointer({ roomId, visibleSeq, isHeld, movedAt }: ReadPointerOptions): () => void {
  const client = useClient();
  const actedAt = useRef(Date.now());
  const timer = useRef(0);
  const see = useRef(visibleSeq);
  see.current = visibleSeq;
  const look = useCallback(() => {
    timer.current = 0;
    if (isHeld() || document.visibilityState !== "visible" || !document.hasFocus()) return;
    if (Date.now() - actedAt.current > ACTIVE_MS || actedAt.current < movedAt.current) return;
    const seq = see.current();
    const entry = client.getState().rooms.get(roomId);
    if (entry && seq > entry.state.readSeq) void client.markRead(roomId, seq);
  }, [client, roomId, isHeld, movedAt]);
  const schedule = useCallback(() => {
    if (timer.current === 0) timer.current = window.setTimeout(look, SETTLE_MS);
  }, [look]);
  useEffect(() => {
    const act = () => {
      actedAt.current = Date.now();
      schedule();
    };
    for (const name of acts) document.addEventListener(name, act, { passive: true, capture: true });
    addEventListener("focus", schedule);
    document.addEventListener("visibilitychange", schedule);
    return () => {
      clearTimeout(timer.current);
      timer.current = 0;
      for (const name of acts) document.removeEventListener(name, act, { capture: true });
      removeEventListener("focus", schedule);
      document.removeEventListener("visibilitychange", schedule);
    };
  }, [schedule]);
  return schedule;
}
