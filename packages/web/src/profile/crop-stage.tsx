import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import { type Crop, moved, within } from "./crop.ts";
import { drawCrop } from "./picture.ts";
import styles from "./profile.module.css";

/** Side on the screen, in pixels of the page; drawn twice as fine. */
const SIDE = 264;
const STEP = 0.04;
const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export interface CropStageProps {
  picture: ImageBitmap;
  crop: Crop;
  onCrop: (crop: Crop) => void;
}

/** The part as it will be: dragged or pinched, zoomed by the wheel, moved by arrows, zoomed by plus and minus. */
export function CropStage({ picture, crop, onCrop }: CropStageProps) {
  const { profile } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) drawCrop(canvas.current, picture, crop);
  }, [picture, crop]);
  const move = (x: number, y: number) => onCrop(moved(crop, { x, y }, picture));
  const zoom = (by: number) => onCrop(within({ ...crop, zoom: crop.zoom * by }, picture));
  const drag = useDrag((x, y) => move(x / SIDE, y / SIDE), zoom);
  const onKeyDown = (event: KeyboardEvent) => {
    const [x, y] = arrows[event.key] ?? [0, 0];
    if (x !== 0 || y !== 0) move(x * STEP, y * STEP);
    else if (event.key === "+" || event.key === "=") zoom(1.1);
    else if (event.key === "-") zoom(1 / 1.1);
    else return;
    event.preventDefault();
  };
  return (
    <div
      {...drag}
      className={styles.stage}
      style={{ "--crop-side": `${SIDE}px` } as CSSProperties}
      role="application"
      aria-label={profile.cropArea}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys are the arrows.
      tabIndex={0}
      onKeyDown={onKeyDown}
      onWheel={(event) => zoom(event.deltaY < 0 ? 1.08 : 1 / 1.08)}
    >
      <canvas ref={canvas} width={SIDE * 2} height={SIDE * 2} />
    </div>
  );
}

interface Point {
  x: number;
  y: number;
}

/** One finger or the mouse moves; two fingers zoom. */
function useDrag(onMove: (x: number, y: number) => void, onZoom: (by: number) => void) {
  const points = useRef(new Map<number, Point>());
  const end = (event: PointerEvent) => points.current.delete(event.pointerId);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      points.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event: PointerEvent) => {
      const before = points.current.get(event.pointerId);
      if (before === undefined) return;
      const now = { x: event.clientX, y: event.clientY };
      const other = [...points.current].find(([id]) => id !== event.pointerId)?.[1];
      points.current.set(event.pointerId, now);
      if (other === undefined) onMove(now.x - before.x, now.y - before.y);
      else onZoom(distance(now, other) / Math.max(1, distance(before, other)));
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
