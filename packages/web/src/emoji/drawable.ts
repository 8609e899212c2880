import type { Emoji } from "./emoji-data.ts";

const SIZE = 16;
/** As the style sheet has it. Without, some machines draw old emoji with letters' black and white ones. */
const FONT = `${SIZE}px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif`;
const FACE = "😀";

/**
 * The emoji that this machine can draw. Of each version one is tried, and one flag (Windows has none); where nothing can
 * be told, as in browsers that do not let canvases be read, all of them.
 */
export function drawable(all: readonly Emoji[]): readonly Emoji[] {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (pen === null) return all;
  pen.font = FONT;
  pen.textBaseline = "top";
  if (!isDrawn(pen, FACE)) return all;
  const versions = new Map<number, boolean>();
  const hasFlags = isDrawn(pen, "🇩🇪");
  return all.filter(({ emoji, version }) => {
    if (!hasFlags && /\p{RI}/u.test(emoji)) return false;
    let isKnown = versions.get(version);
    if (isKnown === undefined) {
      isKnown = isDrawn(pen, emoji);
      versions.set(version, isKnown);
    }
    return isKnown;
  });
}

/** One picture, in its own colours: what is missing is nothing, a sign in the colour of text, or its parts in a row. */
function isDrawn(pen: CanvasRenderingContext2D, emoji: string): boolean {
  if (pen.measureText(emoji).width > pen.measureText(FACE).width * 1.5) return false;
  const [black, white] = ["#000", "#fff"].map((colour) => pixels(pen, emoji, colour));
  return black === white && black !== undefined && /[1-9]/.test(black);
}

function pixels(pen: CanvasRenderingContext2D, emoji: string, colour: string): string {
  pen.clearRect(0, 0, 2 * SIZE, 2 * SIZE);
  pen.fillStyle = colour;
  pen.fillText(emoji, 0, 0);
  return pen.getImageData(0, 0, 2 * SIZE, 2 * SIZE).data.join();
}
