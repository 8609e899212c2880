import { rename } from "node:fs/promises";
import { join } from "node:path";
import { type Facts, type Finding, mostFrames, mostPixels, type Subject, thumbnailPixels } from "./facts.ts";
import { meansFull } from "./full.ts";
import { type Metadata, type Sharp, sharp } from "./sharp.ts";
import { thumbhashOf } from "./thumbhash.ts";

/** How a type is written anew. Animation stays; Exif, position, comments and whatever else was in there do not. */
const writers: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  "image/jpeg": (image) => image.jpeg({ quality: 90 }),
  "image/png": (image) => image.png({ compressionLevel: 6 }),
  "image/webp": (image) => image.webp({ quality: 90, effort: 2 }),
  "image/gif": (image) => image.gif({ effort: 1, reuse: true }),
  "image/avif": (image) => image.avif({ quality: 70, effort: 2 }),
};

const refusals = {
  broken: "This picture is broken, or not what it says. Put it into an archive to send it as it is.",
  large: "This picture has too many pixels. Make it smaller, or put it into an archive to send it as it is.",
  frames: "This picture has too many frames. Send it as a film, or put it into an archive.",
} as const;

/** Decodes a picture, and writes it and its thumbnails into the folder: nothing of the bytes that came is kept. */
export async function lookAtPicture({ path, folder }: Subject, type: string): Promise<Finding> {
  const metadata = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (metadata === null) return { refusal: refusals.broken };
  const frames = metadata.pages ?? 1;
  if (frames > mostFrames) return { refusal: refusals.frames };
  if (metadata.width * metadata.height * frames > mostPixels) return { refusal: refusals.large };
  try {
    await writeAnew({ path, folder }, { type, isAnimated: frames > 1 });
    return { facts: await facts({ path, folder }, { type, metadata }) };
  } catch (error) {
    if (meansFull(error)) throw error;
    return { refusal: refusals.broken };
  }
}

const input = (path: string, animated: boolean) =>
  sharp(path, { animated, limitInputPixels: mostPixels, failOn: "error", sequentialRead: true });

async function writeAnew(
  { path, folder }: Pick<Subject, "path" | "folder">,
  at: { type: string; isAnimated: boolean },
) {
  const write = writers[at.type];
  if (write === undefined) throw new Error("Nobody writes this type.");
  const image = input(path, at.isAnimated);
  await write(at.isAnimated ? image : image.autoOrient()).toFile(join(folder, "original.new"));
  await rename(join(folder, "original.new"), join(folder, "original"));
}

async function facts(
  { path, folder }: Pick<Subject, "path" | "folder">,
  { type, metadata }: { type: string; metadata: Metadata },
): Promise<Facts> {
  const { width, height } = metadata.autoOrient;
  const isAnimated = (metadata.pages ?? 1) > 1;
  const still = () => input(path, false).autoOrient();
  for (const [name, pixels] of Object.entries(thumbnailPixels))
    await still()
      .resize(pixels, pixels, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 78, effort: 3 })
      .toFile(join(folder, name));
  return {
    type,
    kind: "image",
    width,
    height,
    thumbhash: await thumbhashOf(join(folder, "small")),
    ...(isAnimated && { isAnimated: true as const }),
  };
}
