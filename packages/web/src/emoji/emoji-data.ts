/** What is there to pick, in the order in which it is shown. */
export interface Emoji {
  readonly emoji: string;
  /** The same with a pale hand or face, where it has one: the other skin tones stand in the same places. */
  readonly pale: string | undefined;
  /** Its name in the reader's language. */
  readonly label: string;
  /** Without their colons, the usual one first. */
  readonly codes: readonly string[];
  /** Words that it is found by, folded, in the reader's language and in English. */
  readonly words: readonly string[];
  readonly group: number;
  readonly version: number;
}

export interface EmojiBook {
  readonly all: readonly Emoji[];
  readonly byCode: ReadonlyMap<string, Emoji>;
}

interface RawEmoji {
  readonly hexcode: string;
  readonly label: string;
  readonly tags?: readonly string[];
  readonly emoji: string;
  readonly group?: number;
  readonly version: number;
  readonly skins?: readonly { readonly emoji: string; readonly tone?: number | readonly number[] }[];
}

type RawNames = readonly Pick<RawEmoji, "hexcode" | "label" | "tags">[];
type RawCodes = Readonly<Record<string, string | readonly string[]>>;

interface RawBook {
  readonly emoji: readonly RawEmoji[];
  readonly names: RawNames;
  /** The first one's meaning of a code holds. */
  readonly codes: readonly RawCodes[];
}

/** Names in other languages than English, each loaded when it is wanted. */
const names: Readonly<Record<string, () => Promise<{ default: RawNames }>>> = {
  de: () => import("emojibase-data/de/data.json"),
};

// Keyed by what was loaded: a memory of what was computed, not state.
const books = new WeakMap<RawNames, EmojiBook>();

/** All emoji with their names in a language (a BCP 47 tag). Comes from our own server, and from the memory after that. */
export async function loadEmoji(language: string): Promise<EmojiBook> {
  const own = names[language.split("-")[0] ?? ""];
  const [emoji, github, emojibase, named] = await Promise.all([
    import("emojibase-data/en/data.json"),
    import("emojibase-data/en/shortcodes/github.json"),
    import("emojibase-data/en/shortcodes/emojibase.json"),
    own?.(),
  ]);
  const raw: RawBook = {
    emoji: emoji.default,
    names: named?.default ?? emoji.default,
    // What people know from elsewhere first.
    codes: [github.default, emojibase.default],
  };
  const known = books.get(raw.names);
  if (known !== undefined) return known;
  const book = bookOf(raw);
  books.set(raw.names, book);
  return book;
}

function bookOf(raw: RawBook): EmojiBook {
  const named = new Map(raw.names.map((one) => [one.hexcode, one]));
  const byCode = new Map<string, string>();
  for (const codes of raw.codes)
    for (const [hexcode, code] of Object.entries(codes))
      for (const one of [code].flat()) if (!byCode.has(one)) byCode.set(one, hexcode);
  const codesOf = Map.groupBy(byCode.keys(), (code) => byCode.get(code));
  const all = raw.emoji.flatMap((one) => {
    if (one.group === undefined || one.group === COMPONENTS) return [];
    return emojiOf(one, named.get(one.hexcode) ?? one, codesOf.get(one.hexcode) ?? []);
  });
  return { all, byCode: new Map(all.flatMap((one) => one.codes.map((code) => [code, one]))) };
}

/** Skin tones and colours of hair by themselves. */
const COMPONENTS = 2;

function emojiOf(raw: RawEmoji, { label, tags = [] }: RawNames[number], codes: readonly string[]): Emoji {
  const words = [label, ...tags, raw.label, ...(raw.tags ?? []), raw.emoji];
  return {
    emoji: plain(raw.emoji),
    pale: raw.skins?.find(({ tone }) => tone === 1)?.emoji,
    label,
    codes,
    words: [...new Set(words.map(foldWord))],
    group: raw.group ?? COMPONENTS,
    version: raw.version,
  };
}

/** As keyboards write it: the sign that asks for colour stands only behind what is black and white without. */
function plain(emoji: string): string {
  return emoji.replace(/(\p{Emoji_Presentation})\uFE0F/gu, "$1");
}

/** Case and accents do not matter. */
export function foldWord(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}
