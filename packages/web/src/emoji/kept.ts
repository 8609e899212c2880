import { type SkinTone, skinTones } from "./skin-tones.ts";

/** What one person picked on this device. */
export interface KeptEmoji {
  /** Latest first, with the skin tone that they had. */
  readonly recent: readonly string[];
  readonly tone: SkinTone;
}

/** Three rows. */
const MOST_RECENT = 24;
/** What begins so is forgotten when one signs out (session.tsx). */
const PREFIX = "parley.of.emoji.";

const nothing: KeptEmoji = { recent: [], tone: "" };

export function readKept(person: string): KeptEmoji {
  try {
    const { recent, tone } = JSON.parse(localStorage.getItem(PREFIX + person) ?? "{}");
    return {
      recent: Array.isArray(recent) ? recent.filter((one) => typeof one === "string").slice(0, MOST_RECENT) : [],
      tone: skinTones.find((one) => one === tone) ?? "",
    };
  } catch {
    return nothing;
  }
}

export function keepPicked(person: string, emoji: string): void {
  const { recent, tone } = readKept(person);
  write(person, { recent: [emoji, ...recent.filter((one) => one !== emoji)].slice(0, MOST_RECENT), tone });
}

export function keepTone(person: string, tone: SkinTone): void {
  write(person, { ...readKept(person), tone });
}

function write(person: string, kept: KeptEmoji): void {
  try {
    localStorage.setItem(PREFIX + person, JSON.stringify(kept));
  } catch {
    // Storage is refused or full: the next picker begins anew.
  }
}
