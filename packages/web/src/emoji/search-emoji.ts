import { type Emoji, foldWord } from "./emoji-data.ts";

/** What every word of the query fits, best first. */
export function searchEmoji(all: readonly Emoji[], query: string, most: number): Emoji[] {
  const wanted = foldWord(query)
    .split(/[\s:_]+/)
    .filter((word) => word !== "");
  if (wanted.length === 0) return [];
  return all
    .map((emoji, at) => ({ emoji, at, score: Math.min(...wanted.map((word) => scoreOf(emoji, word))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, most)
    .map(({ emoji }) => emoji);
}

/** The whole code or name, then their beginnings, then beginnings of words, then anything within. */
function scoreOf(emoji: Emoji, word: string): number {
  if (emoji.codes.includes(word)) return 6;
  return Math.max(
    ...emoji.words.map((text, at) => scoreOfText(text, word) - (at === 0 ? 0 : 0.5)),
    codeScore(emoji, word),
  );
}

function scoreOfText(text: string, word: string): number {
  if (text === word) return 5;
  const at = text.indexOf(word);
  if (at === -1) return 0;
  if (at === 0) return 4;
  return /[\s\-–,:(“„]/.test(text[at - 1] ?? "") ? 3 : 1;
}

function codeScore({ codes }: Emoji, word: string): number {
  if (codes.some((code) => code.startsWith(word))) return 3.5;
  return codes.some((code) => code.includes(`_${word}`)) ? 2 : 0;
}
