import type { StickerPlace } from "@parley/contract";

/** Two rows. */
const MOST = 8;
/** What begins so is forgotten when one signs out (session.tsx). */
const PREFIX = "parley.of.stickers.";

/** What one person sent on this device, latest first. Some of it may be gone by now. */
export function recentStickers(person: string): readonly StickerPlace[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + person) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPlace).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function keepSent(person: string, { setId, stickerId }: StickerPlace): void {
  const others = recentStickers(person).filter((one) => one.setId !== setId || one.stickerId !== stickerId);
  try {
    localStorage.setItem(PREFIX + person, JSON.stringify([{ setId, stickerId }, ...others].slice(0, MOST)));
  } catch {
    // Storage is refused or full: the next picker begins anew.
  }
}

function isPlace(one: Partial<StickerPlace> | null): one is StickerPlace {
  return typeof one?.setId === "string" && typeof one.stickerId === "string";
}
