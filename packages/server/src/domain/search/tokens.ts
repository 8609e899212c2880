import { EMOJI } from "@parley/contract";

/** One term of a text, in the form in which it is compared. */
export interface Token {
  readonly term: string;
  /** Where it stands in the text, in UTF-16 units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Whether more could follow it in the same word: not a character of CJK, nor an emoji. */
  readonly isWord: boolean;
}

/** Longer words are cut: nobody types so much of one, and neither database takes a word of any length. */
const longest = 64;

/** Scripts that put no space between words, and Hangul, whose words carry endings: each character is a term of its own. */
const SINGLE =
  "\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}";
/** Marks that belong to the character before them, the half-width ones of kana among them. */
const MARKS = "[\\p{M}\\uFF9E\\uFF9F]*";
const pieces = new RegExp(
  `(?<emoji>${EMOJI.source})|(?<single>(?=[\\p{L}\\p{N}\\p{M}])[${SINGLE}]${MARKS})|(?:(?![${SINGLE}])[\\p{L}\\p{N}\\p{M}])+`,
  "gu",
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: it asks whether there is nothing but ASCII.
const ASCII = /^[\x00-\x7F]*$/;

/**
 * The terms of a text, in order: what is looked for is compared by them, in both databases alike. Words are folded (NFKC,
 * lower case, no accents); what stands between letters and digits separates; emoji are terms, whatever their skin tone.
 */
export function tokensOf(text: string): Token[] {
  if (ASCII.test(text)) return plainTokensOf(text);
  const found: Token[] = [];
  for (const { 0: piece, index, groups } of text.matchAll(pieces)) {
    const isEmoji = groups?.emoji !== undefined;
    const term = (isEmoji ? foldEmoji(piece) : foldWord(piece)).slice(0, longest);
    if (term === "") continue;
    const isWord = !isEmoji && groups?.single === undefined;
    found.push({ term, start: index, end: index + piece.length, isWord });
  }
  return found;
}

function plainTokensOf(text: string): Token[] {
  const found: Token[] = [];
  for (const { 0: piece, index } of text.matchAll(/[A-Za-z0-9]+/g))
    found.push({
      term: piece.slice(0, longest).toLowerCase(),
      start: index,
      end: index + piece.length,
      isWord: true,
    });
  return found;
}

function foldEmoji(emoji: string): string {
  return emoji.replace(/[\uFE0F\p{EMod}]/gu, "");
}

/** Both cases, so that ß meets SS; and what NFKC makes of a sign (½, №) is kept as far as it is letters and digits. */
function foldWord(word: string): string {
  const lower = word.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
  // The marks of kana make another letter of it; elsewhere an accent is often not typed.
  return lower
    .normalize("NFD")
    .replace(/(?![\u3099\u309A])\p{M}|[^\p{L}\p{N}\p{M}]/gu, "")
    .normalize("NFC");
}
