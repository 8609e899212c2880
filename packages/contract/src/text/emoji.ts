/**
 * One emoji as people count them (UTS #51): a flag, a keycap, or a pictograph with its skin tone, style or tags and
 * whatever is joined to it.
 */
export const EMOJI =
  /\p{RI}{2}|[0-9#*]\uFE0F?\u20E3|\p{ExtPict}(?:\uFE0F|\p{EMod}|[\u{E0020}-\u{E007E}]+\u{E007F})?(?:\u200D\p{ExtPict}(?:\uFE0F|\p{EMod})?)*/gu;

/** Six of the longest sequences with generous white space; anything longer is looked at no further. */
const MAX_UNITS = 256;

/** How many emoji the text is made of, when it is 1 to 6 emoji and white space and nothing else; else 0. */
export function emojiOnly(body: string): number {
  if (body.length > MAX_UNITS) return 0;
  const found = body.match(EMOJI) ?? [];
  const isOnly = body.replace(EMOJI, "").trim() === "" && found.every(looksLikeEmoji);
  return isOnly && found.length <= 6 ? found.length : 0;
}

/**
 * Whether the text is one emoji that keyboards and fonts are expected to have (RGI, UTS #51), in its full form. One
 * spelling only: those who mean the same are counted together.
 */
export function isOneEmoji(text: string): boolean {
  return /^\p{RGI_Emoji}$/v.test(text);
}

/** The one emoji that a text means, in its full form; a sign that asks for colours may be missing, or too much. */
export function fullEmoji(text: string): string | undefined {
  return [text, `${text}\uFE0F`, text.replace(/\uFE0F$/, "")].find(isOneEmoji);
}

/** Pictographs such as ™ and ↔ are text unless something asks for their coloured form. */
function looksLikeEmoji(emoji: string): boolean {
  return /\p{Emoji_Presentation}|\uFE0F|\u20E3|\u200D/u.test(emoji);
}
