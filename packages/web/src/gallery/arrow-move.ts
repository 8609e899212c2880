import type { KeyboardEvent } from "react";

type Box = Pick<DOMRect, "left" | "top">;

/** Moves the focus among what is marked with `data-item`: sideways one by one, up and down to what is nearest there. */
export function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-item]")];
  const now = items.indexOf(document.activeElement as HTMLElement);
  const isMirrored = getComputedStyle(event.currentTarget).direction === "rtl";
  const boxes = items.map((item) => item.getBoundingClientRect());
  const next = now < 0 ? null : arrowMove(event.key, boxes, { now, isMirrored });
  if (next === null) return;
  event.preventDefault();
  items[next]?.focus();
}

/** Where a key leads, or null if it is none of ours; beyond the ends it stays. */
export function arrowMove(
  key: string,
  boxes: readonly Box[],
  from: { now: number; isMirrored: boolean },
): number | null {
  const { now, isMirrored } = from;
  const last = boxes.length - 1;
  switch (key) {
    case "ArrowRight":
    case "ArrowLeft":
      return Math.min(last, Math.max(0, now + ((key === "ArrowRight") === isMirrored ? -1 : 1)));
    case "ArrowDown":
    case "ArrowUp":
      return nearest(boxes, now, key === "ArrowDown" ? 1 : -1);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** In the next row, what stands most nearly above or below. */
function nearest(boxes: readonly Box[], now: number, way: 1 | -1): number {
  const at = boxes[now] ?? { left: 0, top: 0 };
  let best = now;
  for (let next = now + way, row: number | null = null; next >= 0 && next < boxes.length; next += way) {
    const box = boxes[next] ?? at;
    const isBeside = Math.abs(box.top - at.top) < 1;
    if (!isBeside) row ??= box.top;
    if (row === null) continue;
    if (Math.abs(box.top - row) >= 1) break;
    if (best === now || offset(box, at) < offset(boxes[best] ?? at, at)) best = next;
  }
  return best;
}

function offset(one: Box, other: Box): number {
  return Math.abs(one.left - other.left);
}
