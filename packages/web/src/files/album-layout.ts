import type { SharedFile } from "@parley/contract";
import { isShownText } from "./shown-text.ts";

/** The widest that pictures are; in less room they keep their proportions. In pixels, as in the style sheet. */
const WIDTH = 420;
const TALLEST = 400;
/** One file that is no picture, with the space after it. */
const CARD_PX = 64;
/** Above and below pictures. */
const AROUND_PX = 8;
/** One of which the first lines are shown. */
const TEXT_PX = 188;

/** Of a film that nobody could tell the size of. */
const USUAL_FILM = { width: 1_280, height: 720 };

/** Whether a file is shown as a picture: its place must be known before it is there. */
export function isPictured({ kind, width }: SharedFile): boolean {
  return kind === "video" || (kind === "image" && width !== undefined);
}

/** So many pictures stand beside each other, as squares; in the first row there may be fewer. One alone is as it is. */
export function columnsOf(count: number): number {
  return count === 10 ? 4 : count === 2 || count === 4 ? 2 : 3;
}

/** The place that pictures take. */
export function albumSize(pictures: readonly SharedFile[]): { width: number; height: number } {
  const [first] = pictures;
  const columns = columnsOf(pictures.length);
  if (!first || pictures.length > 1)
    return { width: WIDTH, height: Math.ceil(pictures.length / columns) * (WIDTH / columns) };
  const { width = USUAL_FILM.width, height = USUAL_FILM.height } = first;
  const ratio = Math.min(2.4, Math.max(0.5, width / height));
  // No larger than it is, but large enough for what stands on it.
  const shown = Math.round(Math.min(WIDTH, TALLEST * ratio, Math.max(180, width)));
  return { width: shown, height: Math.round(shown / ratio) };
}

/** How high the files of a message stand where there is room for their full width. */
export function filesHeight(files: readonly SharedFile[]): number {
  const pictures = files.filter(isPictured);
  const album = pictures.length === 0 ? 0 : albumSize(pictures).height + AROUND_PX;
  return album + cardsHeight(files.filter((file) => !isPictured(file)));
}

/** How high files stand that are no pictures. */
export function cardsHeight(files: readonly SharedFile[]): number {
  return files.reduce((height, file) => height + (isShownText(file) ? TEXT_PX : CARD_PX), 0);
}
