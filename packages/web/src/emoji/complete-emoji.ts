import { type Emoji, foldWord } from "./emoji-data.ts";

export interface CompletedEmoji {
  readonly emoji: Emoji;
  /** The one of its codes that was meant. */
  readonly code: string;
}

/** Emoji whose codes or names begin as it was written, best first; of equals, those that were used lately. */
export function completeEmoji(all: readonly Emoji[], query: string, recent: readonly string[]): CompletedEmoji[] {
  const wanted = foldWord(query);
  return all
    .flatMap((emoji, at) => {
      const scored = emoji.codes.map((code) => ({ code, score: scoreOf(code, wanted) }));
      const [best] = scored.sort((a, b) => b.score - a.score);
      if (best === undefined) return [];
      const score = Math.max(best.score, emoji.words.some((word) => word.startsWith(wanted)) ? 1 : 0);
      const isRecent = recent.includes(emoji.emoji);
      return score === 0 ? [] : [{ emoji, code: best.code, score: score + (isRecent ? 0.5 : 0), at }];
    })
    .sort((a, b) => b.score - a.score || a.at - b.at);
}

function scoreOf(code: string, wanted: string): number {
  if (code === wanted) return 4;
  if (code.startsWith(wanted)) return 3;
  return code.includes(`_${wanted}`) ? 2 : 0;
}
