import type { UserId } from "@parley/contract";

const KEY = "parley.searches";
const KEPT = 8;

/** What somebody looked for on this device, the latest first. Not for whoever signs in here next. */
export function recentSearches(userId: UserId): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (typeof kept !== "object" || kept === null || !("userId" in kept && "texts" in kept)) return [];
    if (kept.userId !== userId || !Array.isArray(kept.texts)) return [];
    return kept.texts.filter((text): text is string => typeof text === "string");
  } catch {
    return [];
  }
}

export function keepSearch(userId: UserId, text: string): readonly string[] {
  const wanted = text.trim().replace(/\s+/gu, " ");
  const texts = [wanted, ...recentSearches(userId).filter((one) => one !== wanted)].slice(0, KEPT);
  if (wanted === "") return texts.slice(1);
  try {
    localStorage.setItem(KEY, JSON.stringify({ userId, texts }));
  } catch {
    // Storage is refused: they are known until the page is closed.
  }
  return texts;
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is refused: then nothing was kept.
  }
}
