import { join } from "node:path";
import { type Facts, mostPixels, thumbnailPixels } from "./facts.ts";
import { meansFull } from "./full.ts";
import { sharp } from "./sharp.ts";
import { thumbhashOf } from "./thumbhash.ts";

/** Writes a picture of something that is none as its poster, as large as this, and a small one; null if it is broken. */
export async function writePreview(
  picture: Buffer,
  { folder, width, height }: { folder: string; width: number; height: number },
): Promise<Pick<Facts, "hasPoster" | "thumbhash"> | null> {
  const image = () => sharp(picture, { limitInputPixels: mostPixels }).resize(width, height, { fit: "fill" });
  try {
    await image().webp({ quality: 78, effort: 3 }).toFile(join(folder, "poster"));
  } catch (error) {
    if (meansFull(error)) throw error;
    return null;
  }
  const small = { fit: "inside", withoutEnlargement: true } as const;
  await sharp(join(folder, "poster"))
    .resize(thumbnailPixels.small, thumbnailPixels.small, small)
    .webp({ quality: 78, effort: 3 })
    .toFile(join(folder, "small"));
  return { hasPoster: true, thumbhash: await thumbhashOf(join(folder, "small")) };
}
