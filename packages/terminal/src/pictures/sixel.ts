import { type Pixels, pixelAt } from "./pixels.ts";

/** Six levels of each colour: 216 of the 256 that every terminal with sixels has. */
const LEVELS = 6;
const COLORS = LEVELS ** 3;
/** Rows that one line of sixels has. */
const BAND = 6;

/** A picture as a DEC terminal draws it (VT340: sixel), from the cursor on, dithered to 216 colours. */
export function sixelPicture(pixels: Pixels): string {
  const indices = dithered(pixels);
  const bands: string[] = [];
  for (let top = 0; top < pixels.height; top += BAND) bands.push(band(pixels, indices, top));
  return `\u001bP0;1q"1;1;${pixels.width};${pixels.height}${palette()}${bands.join("-")}\u001b\\`;
}

function palette(): string {
  const percent = (level: number) => Math.round((level / (LEVELS - 1)) * 100);
  return Array.from({ length: COLORS }, (_, color) => {
    const [red, green, blue] = [Math.floor(color / LEVELS ** 2), Math.floor(color / LEVELS) % LEVELS, color % LEVELS];
    return `#${color};2;${percent(red)};${percent(green)};${percent(blue)}`;
  }).join("");
}

/** A Bayer matrix of 4 × 4, as shares of one level. */
const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map((one) => (one + 0.5) / 16 - 0.5);

function dithered(pixels: Pixels): Uint8Array {
  const indices = new Uint8Array(pixels.width * pixels.height);
  for (let y = 0; y < pixels.height; y += 1) {
    for (let x = 0; x < pixels.width; x += 1) {
      const share = BAYER[(y % 4) * 4 + (x % 4)] ?? 0;
      const level = (value: number) =>
        Math.max(0, Math.min(LEVELS - 1, Math.round((value / 255) * (LEVELS - 1) + share)));
      const [red, green, blue] = pixelAt(pixels, x, y);
      indices[y * pixels.width + x] = (level(red) * LEVELS + level(green)) * LEVELS + level(blue);
    }
  }
  return indices;
}

/** Six rows: one run over all columns for each colour in them. */
function band({ width, height }: Pixels, indices: Uint8Array, top: number): string {
  const masks = new Map<number, Uint8Array>();
  for (let row = 0; row < Math.min(BAND, height - top); row += 1) {
    for (let x = 0; x < width; x += 1) {
      const color = indices[(top + row) * width + x] ?? 0;
      const mask = masks.get(color) ?? new Uint8Array(width);
      mask[x] = (mask[x] ?? 0) | (1 << row);
      masks.set(color, mask);
    }
  }
  return [...masks].map(([color, mask]) => `#${color}${runs(mask)}`).join("$");
}

/** What is repeated more than three times is counted. */
function runs(mask: Uint8Array): string {
  let text = "";
  for (let at = 0; at < mask.length; ) {
    let end = at + 1;
    while (end < mask.length && mask[end] === mask[at]) end += 1;
    const sign = String.fromCharCode(63 + (mask[at] ?? 0));
    text += end - at > 3 ? `!${end - at}${sign}` : sign.repeat(end - at);
    at = end;
  }
  return text;
}
