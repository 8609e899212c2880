import type { Message } from "@parley/contract";
import { type Line, span } from "../text/spans.ts";
import { boxOf } from "./box.ts";

/** Beside each other; of the others the names say enough. */
const BESIDE = 3;
/** Not a blank: what was drawn over it must differ, for the terminal, from where nothing was. */
const EMPTY = "\u2800";

/** The place of a message's pictures, whether or not they are there yet. */
export function pictureLines({ files = [] }: Message, width: number): Line[] {
  const pictures = files.filter(({ kind }) => kind === "image").slice(0, BESIDE);
  const room = Math.floor((width - pictures.length + 1) / pictures.length);
  const placed = pictures.flatMap((file) => {
    const { width: wide, height: high } = file;
    return wide && high ? [{ file, cells: boxOf({ width: wide, height: high }, room) }] : [];
  });
  const rows = Math.max(0, ...placed.map(({ cells }) => cells.rows));
  return Array.from({ length: rows }, (_, row) =>
    placed.flatMap(({ file, cells }, at) => [
      ...(at > 0 ? [span(" ")] : []),
      row < cells.rows
        ? span(EMPTY.repeat(cells.columns), { picture: { file, cells, row } })
        : span(" ".repeat(cells.columns)),
    ]),
  );
}
