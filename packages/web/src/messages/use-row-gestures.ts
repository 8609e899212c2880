import type { TimelineRow } from "@parley/client";
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from "react";
import { loadTouched } from "../screens.ts";
import { mayReact } from "./may-react.ts";
import { useDeedParts } from "./use-deed-parts.ts";

export const LONG_PRESS_MS = 450;
const SWIPE_START_PX = 12;
const SWIPE_REPLY_PX = 56;
const SWIPE_MAX_PX = 72;

interface Touch {
  x: number;
  y: number;
  timer: number;
  isSwipe: boolean;
}

/** The menu on right click and long press, an answer on a swipe, and the keys of a row that has the focus. */
export function useRowGestures(row: TimelineRow) {
  const parts = useDeedParts();
  const { roomId, openMenu, openReactions } = parts.stage;
  const act = async (name: "reply" | "thread" | "edit" | "forward" | "delete") => {
    const { actOn } = await loadTouched();
    actOn(parts, row, name);
  };
  const touch = useTouch({ onLongPress: (at) => openMenu(row, at), onSwipe: () => void act("reply") });
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    // Selected text and links keep the browser's own menu.
    const isNative = String(getSelection()) !== "" || (event.target instanceof Element && event.target.closest("a"));
    if (isNative || row.message.deletedAt !== undefined) return;
    event.preventDefault();
    openMenu(row, { x: event.clientX, y: event.clientY });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "enter" || key === "contextmenu") openMenu(row, event.currentTarget);
    else if (key === "+" && row.message.seq > 0 && mayReact(parts.client.getState(), roomId))
      openReactions(row, event.currentTarget);
    else if (key === "r") void act("reply");
    else if (key === "t") void act("thread");
    else if (key === "e") void act("edit");
    else if (key === "f") void act("forward");
    else if (key === "delete") void act("delete");
    else return;
    event.preventDefault();
  };
  return { ...touch, onContextMenu, onKeyDown };
}

function useTouch(on: { onLongPress: (at: { x: number; y: number }) => void; onSwipe: () => void }) {
  const touch = useRef<Touch | null>(null);
  const end = (element: HTMLElement) => {
    clearTimeout(touch.current?.timer);
    touch.current = null;
    element.style.transform = "";
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== "touch" || !event.isPrimary) return;
      const at = { x: event.clientX, y: event.clientY };
      const timer = window.setTimeout(() => on.onLongPress(at), LONG_PRESS_MS);
      touch.current = { ...at, timer, isSwipe: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const begun = touch.current;
      if (begun === null) return;
      const along = Math.abs(event.clientX - begun.x);
      const across = Math.abs(event.clientY - begun.y);
      if (along > SWIPE_START_PX / 2 || across > SWIPE_START_PX / 2) clearTimeout(begun.timer);
      if (along > SWIPE_START_PX && along > across) begun.isSwipe = true;
      if (begun.isSwipe) event.currentTarget.style.transform = `translateX(${swipe(event.clientX - begun.x)}px)`;
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const begun = touch.current;
      end(event.currentTarget);
      if (begun?.isSwipe && Math.abs(swipe(event.clientX - begun.x)) >= SWIPE_REPLY_PX) on.onSwipe();
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event.currentTarget),
  };
}

/** Towards the start of the line only: the other way is the browser's "back". */
function swipe(x: number): number {
  const isRightToLeft = document.documentElement.dir === "rtl";
  const towards = isRightToLeft ? Math.max(0, x) : Math.min(0, x);
  return Math.sign(towards) * Math.min(SWIPE_MAX_PX, Math.abs(towards));
}
