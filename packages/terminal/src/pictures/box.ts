import type { SharedFile } from "@parley/contract";

/** Cells of a terminal. */
export interface Cells {
  readonly columns: number;
  readonly rows: number;
}

/** One row of a picture's place in the conversation. */
export interface PicturePart {
  readonly file: SharedFile;
  readonly cells: Cells;
  readonly row: number;
}

const LARGEST: Cells = { columns: 40, rows: 12 };
/** A cell is about twice as high as it is wide. */
const CELL_HEIGHT = 2;
/** What a small picture's pixels take, so that icons do not become posters. */
const PIXELS_OF_COLUMN = 8;

/** How much room a picture takes: known before it is there, so that nothing moves when it comes. */
export function boxOf({ width, height }: { width: number; height: number }, room: number): Cells {
  const most = Math.max(1, Math.min(LARGEST.columns, room));
  const scale = Math.min(most / width, (LARGEST.rows * CELL_HEIGHT) / height, 1 / PIXELS_OF_COLUMN);
  return {
    columns: Math.max(1, Math.min(most, Math.round(width * scale))),
    rows: Math.max(1, Math.min(LARGEST.rows, Math.round((height * scale) / CELL_HEIGHT))),
  };
}
