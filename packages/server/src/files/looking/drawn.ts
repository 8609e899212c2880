import { rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PictureUse } from "@parley/contract";
import { emojiLimits } from "@parley/contract/emoji-limits";
import { stickerLimits } from "@parley/contract/sticker-limits";
import { type Finding, mostPixels, type Subject } from "./facts.ts";
import { meansFull } from "./full.ts";
import { sharp } from "./sharp.ts";
import { thumbhashOf } from "./thumbhash.ts";

/** What such pictures are made of. */
const sources: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);

/** They are repeated for ever, in every row: some seconds are enough. */
const mostFrames = 240;

interface Most {
  readonly pixels: number;
  readonly bytes: number;
  readonly movingBytes: number;
}

const most: Readonly<Record<PictureUse, Most>> = {
  emoji: { ...emojiLimits, movingBytes: emojiLimits.bytes },
  sticker: stickerLimits,
};

/** The longer side of the small one: where one picks from many, some sixty pixels wide on any screen. */
const smallPixels = 192;

/** One after another, until one is small enough. `share`: what about comes of it, of the first one's bytes. */
const attempts = [
  { quality: 88, scale: 1, share: 1 },
  { quality: 70, scale: 1, share: 0.6 },
  { quality: 50, scale: 0.75, share: 0.25 },
  { quality: 40, scale: 0.5, share: 0 },
] as const;

const refusals = {
  type: "This must be a picture: PNG, JPEG, WebP or GIF.",
  broken: "This picture is broken, or not what it says.",
  large: "This picture has too many pixels. Make it smaller.",
  frames: `This picture moves for too long: it can have at most ${mostFrames} frames.`,
  bytes: "This picture is too much, even small. Take one with fewer frames.",
} as const;

/** Writes a picture as WebP, small, moving if it moved, and two that stand still; nothing of the bytes that came is kept. */
export async function drawAnew(subject: Subject, { type, use }: { type: string; use: PictureUse }): Promise<Finding> {
  if (!sources.has(type)) return { refusal: refusals.type };
  const metadata = await sharp(subject.path, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (metadata === null) return { refusal: refusals.broken };
  const frames = metadata.pages ?? 1;
  if (frames > mostFrames) return { refusal: refusals.frames };
  if (metadata.width * metadata.height * frames > mostPixels) return { refusal: refusals.large };
  try {
    return await draw(subject, { use, isAnimated: frames > 1 });
  } catch (error) {
    if (meansFull(error)) throw error;
    return { refusal: refusals.broken };
  }
}

async function draw(
  { path, folder }: Subject,
  { use, isAnimated }: { use: PictureUse; isAnimated: boolean },
): Promise<Finding> {
  const { pixels, bytes, movingBytes } = most[use];
  const fit = { fit: "inside", withoutEnlargement: true } as const;
  const open = (animated: boolean) => {
    const image = sharp(path, { animated, limitInputPixels: mostPixels, failOn: "error", sequentialRead: true });
    return animated ? image : image.autoOrient();
  };
  const target = join(folder, "original.new");
  const mostBytes = isAnimated ? movingBytes : bytes;
  // Each frame takes as long as a picture.
  const effort = isAnimated ? 2 : 4;
  let first = 0;
  for (const { quality, scale, share } of attempts) {
    // One that will be much too large is not even tried.
    if (first * share > mostBytes * 1.5) continue;
    const side = Math.round(pixels * scale);
    await open(isAnimated).resize(side, side, fit).webp({ quality, effort }).toFile(target);
    const { size } = await stat(target);
    first ||= size;
    if (size > mostBytes) continue;
    await open(false).resize(side, side, fit).webp({ quality, effort: 4 }).toFile(join(folder, "large"));
    const smallSide = Math.min(side, smallPixels);
    await open(false).resize(smallSide, smallSide, fit).webp({ quality, effort: 4 }).toFile(join(folder, "small"));
    await rename(target, join(folder, "original"));
    const { width, height } = await sharp(join(folder, "large")).metadata();
    const thumbhash = await thumbhashOf(join(folder, "small"));
    const looks = { type: "image/webp", kind: "image", width, height, thumbhash } as const;
    return { facts: { ...looks, ...(isAnimated && { isAnimated: true as const }) } };
  }
  return { refusal: refusals.bytes };
}
