import type { Cells } from "./box.ts";
import type { Pixels } from "./pixels.ts";

/** A cell of a picture (kitty's graphics protocol, "Unicode placeholders"). */
const PLACEHOLDER = "\u{10eeee}";
/** The marks that say which row of the picture it is; the columns count on by themselves. */
const ROWS = "\u0305\u030d\u030e\u0310\u0312\u033d\u033e\u033f\u0346\u034a\u034b\u034c";
/** As long as the protocol lets one piece be. */
const PIECE = 4_096;

/** What gives a picture to the terminal, for placeholders that bear its number; nothing is answered, nothing drawn. */
export function kittyPicture(number: number, { width, height, rgb }: Pixels, { columns, rows }: Cells): string {
  const base64 = Buffer.from(rgb).toString("base64");
  const pieces = base64.match(new RegExp(`.{1,${PIECE}}`, "g")) ?? [];
  const facts = `a=T,U=1,q=2,f=24,i=${number},s=${width},v=${height},c=${columns},r=${rows}`;
  return pieces
    .map((piece, at) => {
      const more = `m=${at < pieces.length - 1 ? 1 : 0}`;
      return `\u001b_G${at === 0 ? `${facts},${more}` : `q=2,${more}`};${piece}\u001b\\`;
    })
    .join("");
}

/** Forgets a picture, there and what is drawn of it. */
export const kittyForget = (number: number): string => `\u001b_Ga=d,d=I,q=2,i=${number}\u001b\\`;

/** The lines where it stands. Their colour is its number. */
export function kittyLines(number: number, { columns, rows }: Cells): string[] {
  const color = `\u001b[38;2;${(number >> 16) & 255};${(number >> 8) & 255};${number & 255}m`;
  return Array.from(
    { length: Math.min(rows, ROWS.length) },
    (_, row) => `${color}${PLACEHOLDER}${ROWS[row]}${ROWS[0]}${PLACEHOLDER.repeat(columns - 1)}\u001b[39m`,
  );
}
