import { expect, test } from "vitest";
import { moved, squareOf, wholeCrop, within, zooms } from "./crop.ts";

const wide = { width: 400, height: 200 };

test("the whole of a wide picture is its middle square", () => {
  expect(squareOf(wholeCrop, wide)).toEqual({ left: 100, top: 0, side: 200 });
  expect(squareOf({ ...wholeCrop, zoom: 2 }, wide)).toEqual({ left: 150, top: 50, side: 100 });
});

test("dragging shows what is on the other side, up to the edge", () => {
  expect(squareOf(moved(wholeCrop, { x: 0.25, y: 0.25 }, wide), wide)).toEqual({ left: 50, top: 0, side: 200 });
  expect(squareOf(moved(wholeCrop, { x: 5, y: 0 }, wide), wide)).toEqual({ left: 0, top: 0, side: 200 });
  expect(squareOf(moved(wholeCrop, { x: -5, y: 0 }, wide), wide)).toEqual({ left: 200, top: 0, side: 200 });
});

test("zooming out again keeps the square in the picture", () => {
  const corner = moved({ ...wholeCrop, zoom: 4 }, { x: 9, y: 9 }, wide);
  expect(squareOf(corner, wide)).toEqual({ left: 0, top: 0, side: 50 });
  expect(squareOf(within({ ...corner, zoom: 0.5 }, wide), wide)).toEqual({ left: 0, top: 0, side: 200 });
  expect(within({ ...wholeCrop, zoom: 99 }, wide).zoom).toBe(zooms.most);
});
