/** None, then from pale to dark. */
export const skinTones = ["", "🏻", "🏼", "🏽", "🏾", "🏿"] as const;

export type SkinTone = (typeof skinTones)[number];

/** An emoji with the tone, if it has tones. */
export function toned({ emoji, pale }: { emoji: string; pale: string | undefined }, tone: SkinTone): string {
  return pale === undefined || tone === "" ? emoji : pale.replaceAll("🏻", tone);
}
