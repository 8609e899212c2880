/** Which part of a picture is shown: its middle as parts of the picture (0 to 1), and how much closer than the whole. */
export interface Crop {
  x: number;
  y: number;
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export const zooms = { least: 1, most: 5 } as const;

export const wholeCrop: Crop = { x: 0.5, y: 0.5, zoom: 1 };

/** The square that a crop means, in the picture's own pixels. */
export function squareOf({ x, y, zoom }: Crop, size: Size): { left: number; top: number; side: number } {
  const side = Math.min(size.width, size.height) / zoom;
  return { left: x * size.width - side / 2, top: y * size.height - side / 2, side };
}

/** Kept within the picture, and no closer than is allowed. */
export function within(crop: Crop, size: Size): Crop {
  const zoom = Math.min(zooms.most, Math.max(zooms.least, crop.zoom));
  const side = Math.min(size.width, size.height) / zoom;
  const keep = (at: number, length: number) => Math.min(1 - side / 2 / length, Math.max(side / 2 / length, at));
  return { x: keep(crop.x, size.width), y: keep(crop.y, size.height), zoom };
}

/** Moved by parts of the square that is shown: to the right shows what is left of it. */
export function moved(crop: Crop, by: { x: number; y: number }, size: Size): Crop {
  const { side } = squareOf(crop, size);
  return within({ ...crop, x: crop.x - (by.x * side) / size.width, y: crop.y - (by.y * side) / size.height }, size);
}
