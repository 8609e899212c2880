import type { HttpServer } from "@parley/client";
import { type Line, lineText, lineWidth, type Span } from "../text/spans.ts";
import { blockLines } from "./blocks.ts";
import type { Cells, PicturePart } from "./box.ts";
import { kittyForget, kittyLines, kittyPicture } from "./kitty.ts";
import { pixelsOf } from "./pixels.ts";
import { sixelPicture } from "./sixel.ts";
import type { PictureWay } from "./way.ts";

export interface PicturesOptions {
  readonly way: Exclude<PictureWay, "none">;
  readonly hasAllColors: boolean;
  /** Pixels of a cell, for ways that draw pixels. */
  readonly cell: { readonly width: number; readonly height: number };
  readonly server: HttpServer;
  readonly signal: AbortSignal;
  /** To the terminal, beside the text. */
  readonly write: (text: string) => void;
  readonly onReady: () => void;
}

/** What stands in a picture's place: lines of text, or one drawing over the whole of it; nothing while it is fetched. */
interface Kept {
  lines?: readonly string[];
  drawing?: string;
  readonly number: number;
}

/** So many pictures as were last on screen are kept. */
const KEPT = 60;
/** Kitty's numbers are colours; the first is not black. */
const FIRST_NUMBER = 0x10_20_01;

/** The pictures on the screen: fetched when their place comes into view, and put into it. */
export class Pictures {
  readonly #options: PicturesOptions;
  readonly #kept = new Map<string, Kept>();
  #number = FIRST_NUMBER;
  #placed = "";
  #drawings = "";

  constructor(options: PicturesOptions) {
    this.#options = options;
  }

  /** The screen's lines with the pictures in them, as far as they are there. */
  into(lines: readonly Line[]): readonly Line[] {
    this.#drawings = this.#options.way === "sixel" ? this.#placedDrawings(lines) : "";
    return lines.map((line) => (line.some(isPicture) ? line.map((part) => this.#filled(part)) : line));
  }

  /** What is drawn over the lines, if it is not there already. */
  drawings(): string {
    if (this.#drawings === this.#placed) return "";
    this.#placed = this.#drawings;
    return this.#drawings === "" ? "" : `\u001b7${this.#drawings}\u001b8`;
  }

  /** The terminal was cleared, or has another size. */
  forgetPlaces(): void {
    this.#placed = "";
  }

  #filled(part: Span): Span {
    const { picture } = part;
    // Cut off, it is no place for a picture.
    if (!picture || part.text.length !== picture.cells.columns) return part;
    const { lines, drawing } = this.#keptOf(picture);
    // Another text of the same look: the line is written, and drawn over after that.
    const text =
      drawing === undefined ? lines?.[picture.row] : "\u00a0".repeat(part.text.length - 1) + part.text.slice(-1);
    return text === undefined ? part : { ...part, text };
  }

  /** Where the whole of a place is in view, what belongs there; with the texts around it, which would rub it out. */
  #placedDrawings(lines: readonly Line[]): string {
    let placed = "";
    for (const [y, line] of lines.entries()) {
      for (const [at, { picture }] of line.entries()) {
        if (picture?.row !== 0 || !isWhole(lines.slice(y, y + picture.cells.rows), picture)) continue;
        const { drawing } = this.#keptOf(picture);
        const beside = lines.slice(y, y + picture.cells.rows).map((one) => hashOf(lineText(one)));
        // A string of the terminal's own that does nothing (APC): it makes another text of the drawing.
        if (drawing !== undefined)
          placed += `\u001b[${y + 1};${lineWidth(line.slice(0, at)) + 1}H\u001b_${beside.join(".")}\u001b\\${drawing}`;
      }
    }
    return placed;
  }

  #keptOf({ file, cells }: PicturePart): Kept {
    const key = `${file.id} ${cells.columns}x${cells.rows}`;
    const known = this.#kept.get(key);
    const kept = known ?? { number: this.#number++ };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (known) return known;
    this.#forgetOldest();
    // Without it the name and the size still stand there.
    this.#fetch(file, cells, kept).catch(() => undefined);
    return kept;
  }

  #forgetOldest(): void {
    const [oldest] = this.#kept;
    if (this.#kept.size <= KEPT || !oldest) return;
    this.#kept.delete(oldest[0]);
    if (this.#options.way === "kitty") this.#options.write(kittyForget(oldest[1].number));
  }

  async #fetch(file: PicturePart["file"], cells: Cells, kept: Kept): Promise<void> {
    const { way, cell, hasAllColors, write, onReady } = this.#options;
    const { columns, rows } = cells;
    const size =
      way === "blocks"
        ? { width: columns, height: rows * 2 }
        : { width: columns * cell.width, height: rows * cell.height };
    const pixels = await pixelsOf(this.#options, file, size);
    if (way === "kitty") write(kittyPicture(kept.number, pixels, cells));
    if (way === "sixel") kept.drawing = sixelPicture(pixels);
    else kept.lines = way === "kitty" ? kittyLines(kept.number, cells) : blockLines(pixels, { hasAllColors });
    onReady();
  }
}

const isPicture = ({ picture }: Span): boolean => picture !== undefined;

function isWhole(lines: readonly Line[], { file, cells }: PicturePart): boolean {
  return (
    lines.length === cells.rows &&
    lines.every((line, row) => line.some(({ picture }) => picture?.file.id === file.id && picture.row === row))
  );
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  return hash >>> 0;
}
