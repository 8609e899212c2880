/** Pictures that emoji and stickers are made of, and sets of stickers. */
import { type FileId, newId, type PictureUse, type StickerSetId } from "@parley/contract";
import sharp from "sharp";
import type { Person } from "./person.ts";
import { upload } from "./uploading.ts";

export function plainPicture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 60, b: 20 } } })
    .png()
    .toBuffer();
}

/** Frames of one colour each. */
export function movingPicture(frames: number, side = 40): Promise<Buffer> {
  const stack = Buffer.alloc(side * side * frames * 3);
  for (let at = 0; at < frames; at += 1) stack.fill((at * 37) % 256, at * side * side * 3, (at + 1) * side * side * 3);
  const raw = { width: side, height: side * frames, channels: 3, pageHeight: side } as const;
  return sharp(stack, { raw }).gif().toBuffer();
}

/** Uploads one for an emoji, or for what `use` says; throws what it is refused with. */
export async function drawn(
  person: Person,
  bytes?: Uint8Array,
  { name = "party.png", use = "emoji" }: { name?: string; use?: PictureUse } = {},
): Promise<FileId> {
  return (await upload(person, { bytes: bytes ?? (await plainPicture(64, 64)), name, metadata: { use } })).id;
}

/** A set of stickers of the server's own, without any yet. */
export async function newSet(person: Person, name?: string): Promise<StickerSetId> {
  const setId = newId<StickerSetId>(Date.now());
  await person.do("sticker:create-set", { setId, name: name ?? `Set ${setId.slice(-12)}` });
  return setId;
}

/** A sticker of one's own in a set. */
export async function newSticker(
  person: Person,
  setId: StickerSetId,
  { bytes, emoji = "🐈", words }: { bytes?: Uint8Array; emoji?: string; words?: string } = {},
) {
  const stickerId = await drawn(person, bytes, { name: "cat.png", use: "sticker" });
  return person.do("sticker:add", { setId, stickerId, emoji, ...(words !== undefined && { words }) });
}
