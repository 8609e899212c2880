import { askTerminal } from "../pictures/answers.ts";
import type { Pictures, PicturesOptions } from "../pictures/pictures.ts";
import type { Streams, Surroundings } from "../streams.ts";

/** Of a cell, where the terminal's own do not matter: kitty fits what it gets. */
const USUAL_CELL = { width: 10, height: 20 };

/** How this terminal draws pictures; null if it does not. */
export async function drawingOn(
  surroundings: Surroundings,
): Promise<Omit<PicturesOptions, "server" | "signal" | "onReady"> | null> {
  const { pictures, output } = surroundings;
  const { isKitty, hasAllColors } = pictures;
  if (pictures.way === "none") return null;
  const isAsked = pictures.way === null || pictures.way === "sixel";
  const answers = isAsked ? await askTerminal(surroundings) : null;
  const best = isKitty && answers?.hasPlaceholders ? "kitty" : answers?.hasSixels ? "sixel" : "blocks";
  const write = (text: string) => void output.write(text);
  return { way: pictures.way ?? best, cell: answers?.cell ?? USUAL_CELL, hasAllColors, write };
}

/** The output, which is drawn over as soon as the text is there. */
export function withDrawings(output: Streams["output"], pictures: Pictures): Streams["output"] {
  let isDue = false;
  const draw = () => {
    isDue = false;
    const drawings = pictures.drawings();
    if (drawings !== "") output.write(drawings);
  };
  const write = (...written: Parameters<Streams["output"]["write"]>): boolean => {
    if (!isDue) setImmediate(draw);
    isDue = true;
    return output.write(...written);
  };
  output.on("resize", () => pictures.forgetPlaces());
  return new Proxy(output, {
    get: (target, name) => {
      if (name === "write") return write;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
