import { EMOJI } from "../text/emoji.ts";
import { foldHandle, foldRoomName, MAX_FOLDED_UNITS } from "./fold.ts";
import { RESERVED_NAMES } from "./reserved.ts";

/** A name as it is kept, or why not, in words for the person who chose it. */
export type CleanedName = { ok: true; name: string } | { ok: false; reason: string };

const MAX_UNITS = 64;
const MAX_PERSON_GRAPHEMES = 40;
const MAX_ROOM_GRAPHEMES = 50;

/** Stands for an emoji while the characters around it are judged: emoji are made of some that are refused elsewhere. */
const EMOJI_STAND_IN = "0";

/** What a name may not contain, first match first. Judged on the name without its emoji, as written and in NFKC. */
const FAULTS: readonly [RegExp, string][] = [
  [/\p{Cc}/u, "A name cannot contain line breaks or control characters."],
  [/[\p{DI}\p{Cf}\p{Bidi_C}]/u, "A name cannot contain invisible characters."],
  [/ {2}/, "A name cannot contain two spaces in a row."],
  [/[^\p{L}\p{Mn}\p{Mc}\p{N} ._'’-]/u, "A name can contain letters, numbers, emoji, spaces and . _ - ' only."],
  [/(?<![\p{L}\p{M}\p{N}])\p{M}/u, "An accent in a name needs a letter to stand on."],
  // Accents of no script in particular pile up only for mischief; some scripts, as Burmese, write four signs on a letter.
  [/\p{sc=Zinh}{3}|\p{M}{5}/u, "A name cannot pile so many accents on one letter."],
];

/**
 * A person's name: 1 to 40 graphemes and at most 64 UTF-16 units of letters, marks, numbers, emoji, single spaces and
 * `. _ - '`, with at least one letter, number or emoji (security.md rule 12). Kept as its owner wrote it, in NFC, without
 * white space around it; white space of any width inside becomes a plain space. Whether it is taken, or looks like
 * another, is for the server to say (see foldHandle and skeleton).
 */
export function cleanName(raw: string): CleanedName {
  const cleaned = clean(raw, MAX_PERSON_GRAPHEMES);
  if (!cleaned.ok) return cleaned;
  const handle = foldHandle(cleaned.name);
  if (handle.length > MAX_FOLDED_UNITS) return tooLong(MAX_PERSON_GRAPHEMES);
  if (RESERVED_NAMES.has(handle.replace(/[._-]/g, ""))) return refused("This name is reserved.");
  return cleaned;
}

/** A room's name: 1 to 50 graphemes, otherwise as {@link cleanName}; a leading `#` is dropped and nothing is reserved. */
export function cleanRoomName(raw: string): CleanedName {
  const cleaned = clean(raw.replace(/^\s{0,9}#/, ""), MAX_ROOM_GRAPHEMES);
  if (cleaned.ok && foldRoomName(cleaned.name).length > MAX_FOLDED_UNITS) return tooLong(MAX_ROOM_GRAPHEMES);
  return cleaned;
}

/** A name of a set of stickers: as {@link cleanName}, and nothing is reserved. */
export function cleanSetName(raw: string): CleanedName {
  const cleaned = clean(raw, MAX_PERSON_GRAPHEMES);
  if (cleaned.ok && foldHandle(cleaned.name).length > MAX_FOLDED_UNITS) return tooLong(MAX_PERSON_GRAPHEMES);
  return cleaned;
}

function clean(raw: string, maxGraphemes: number): CleanedName {
  // Before anything looks at every character of it.
  if (raw.length > 4 * MAX_UNITS) return tooLong(maxGraphemes);
  if (!raw.isWellFormed()) return refused("A name cannot contain broken characters.");
  const name = raw
    .replace(/\p{Zs}/gu, " ")
    .normalize("NFC")
    .replace(/^ +| +$/g, "");
  const bare = name.replace(EMOJI, standIn);
  // Emoji too: some are, underneath, characters that are refused (⁉ is !?).
  const compatible = name
    .normalize("NFKC")
    .replace(/\p{Variation_Selector}/gu, "")
    .replace(EMOJI, standIn);
  for (const [fault, reason] of FAULTS) if (fault.test(bare) || fault.test(compatible)) return refused(reason);
  if (!/[\p{L}\p{N}]/u.test(compatible)) return refused("A name needs at least one letter, number or emoji.");
  if (name.length > MAX_UNITS || countGraphemes(name) > maxGraphemes) return tooLong(maxGraphemes);
  return { ok: true, name };
}

/** Not for the keycaps of # and *, which look too much like the signs that they show. */
function standIn(emoji: string): string {
  return /^[#*]/.test(emoji) ? emoji : EMOJI_STAND_IN;
}

function countGraphemes(text: string): number {
  return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
}

function tooLong(maxGraphemes: number): CleanedName {
  return refused(`A name can have at most ${maxGraphemes} characters.`);
}

function refused(reason: string): CleanedName {
  return { ok: false, reason };
}
