import type { StickerPlace } from "@parley/contract";

/** Where a sticker's picture is, moving if it moves. It never changes, so it is fetched once. */
export function stickerUrl({ setId, stickerId }: StickerPlace): string {
  return `/stickers/${setId}/${stickerId}`;
}

/** The same, standing still. */
export function stillUrl(place: StickerPlace): string {
  return `${stickerUrl(place)}/still`;
}

/** And that small, where there are many. */
export function smallUrl(place: StickerPlace): string {
  return `${stickerUrl(place)}/small`;
}
