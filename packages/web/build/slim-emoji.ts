import type { Plugin } from "vite";

const emojiFile = /\/emojibase-data\/([a-z-]+)\/(data|shortcodes\/[a-z]+)\.json$/;

interface Named {
  hexcode: string;
  label: string;
  tags?: string[];
}

interface Whole extends Named {
  emoji: string;
  group?: number;
  version: number;
  skins?: { emoji: string; tone: number | number[] }[];
}

/**
 * Of what is known about emoji, what the picker shows and searches: a fifth. The shape stays, so that everything works
 * without this too, only larger.
 */
export function slimEmoji(): Plugin {
  return {
    name: "slim-emoji",
    enforce: "pre",
    transform(code, id) {
      const [, language, file] = emojiFile.exec(id) ?? [];
      if (file === undefined) return null;
      const data: unknown = JSON.parse(code);
      if (file !== "data") return JSON.stringify(withoutTones(data as Record<string, unknown>));
      // What an emoji is stands in English; the other languages only name it.
      return JSON.stringify(
        language === "en" ? (data as Whole[]).filter(isPicked).map(whole) : (data as Named[]).map(named),
      );
    },
  };
}

/** The skin tones and letters of flags by themselves have no group, or that of components (2). */
function isPicked({ group }: Whole): boolean {
  return group !== undefined && group !== 2;
}

function whole({ hexcode, label, tags, emoji, group, version, skins }: Whole) {
  // The other tones stand where this one stands.
  const light = skins?.filter(({ tone }) => tone === 1);
  return { hexcode, label, tags, emoji, group, version, skins: light?.map(({ emoji, tone }) => ({ emoji, tone })) };
}

function named({ hexcode, label, tags }: Named): Named {
  return tags === undefined ? { hexcode, label } : { hexcode, label, tags };
}

/** Each has one for each skin tone as well, which nobody types. */
function withoutTones(codes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(codes).filter(([hexcode]) => !/1F3F[B-F]/.test(hexcode)));
}
