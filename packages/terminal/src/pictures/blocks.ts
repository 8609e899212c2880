import { type Pixels, pixelAt } from "./pixels.ts";

/** The upper half of a cell in one colour, the lower in another: two pixels, one above the other. */
const UPPER = "▀";
const RESET = "\u001b[0m";

/** A picture of `rows * 2` pixels' height as lines of text with their colours in them (ECMA-48, SGR). */
export function blockLines(pixels: Pixels, { hasAllColors }: { hasAllColors: boolean }): string[] {
  const code = hasAllColors ? exact : nearest;
  const lines: string[] = [];
  for (let y = 0; y < pixels.height; y += 2) {
    let line = "";
    let last = "";
    for (let x = 0; x < pixels.width; x += 1) {
      const look = `\u001b[38;${code(pixelAt(pixels, x, y))};48;${code(pixelAt(pixels, x, y + 1))}m`;
      line += look === last ? UPPER : look + UPPER;
      last = look;
    }
    lines.push(line + RESET);
  }
  return lines;
}

const exact = ([red, green, blue]: readonly [number, number, number]): string => `2;${red};${green};${blue}`;

/** Of the cube of 6 × 6 × 6 colours that begins at 16. */
const nearest = ([red, green, blue]: readonly [number, number, number]): string =>
  `5;${16 + 36 * step(red) + 6 * step(green) + step(blue)}`;

/** The cube's levels are 0, 95, 135, 175, 215, 255. */
const step = (level: number): number => (level < 48 ? 0 : level < 115 ? 1 : Math.min(5, Math.floor((level - 35) / 40)));
