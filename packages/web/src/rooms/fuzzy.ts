/**
 * How well a query fits a name: 0 is not at all; more is better. Its letters must appear in order. Best is the whole
 * name, then its beginning, then beginnings of words, then runs of letters; a long rest costs a little.
 */
export function fuzzyScore(query: string, name: string): number {
  const wanted = fold(query);
  const text = fold(name);
  if (wanted === "") return 1;
  if (text === wanted) return 1_000;
  const whole = text.indexOf(wanted);
  if (whole === 0) return 900 - Math.min(100, text.length);
  if (whole > 0 && isWordStart(text, whole)) return 700 - Math.min(100, text.length);
  if (whole > 0) return 500 - Math.min(100, text.length);
  return scatteredScore(wanted, text);
}

function scatteredScore(wanted: string, text: string): number {
  let score = 0;
  let from = 0;
  for (const letter of wanted) {
    if (letter === " ") continue;
    const at = nextBest(text, letter, from);
    if (at === -1) return 0;
    score += isWordStart(text, at) ? 12 : at === from ? 8 : 2;
    from = at + letter.length;
  }
  return Math.max(1, Math.min(399, score * 4 - Math.min(60, text.length - wanted.length)));
}

/** The letter at the beginning of a later word where there is one, so that "gr" finds **g**eneral-**r**oom. */
function nextBest(text: string, letter: string, from: number): number {
  const next = text.indexOf(letter, from);
  if (next === -1 || next === from) return next;
  for (let at = next; at !== -1; at = text.indexOf(letter, at + 1)) if (isWordStart(text, at)) return at;
  return next;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[\s\-_.,]/.test(text[at - 1] ?? "");
}

/** Case and accents do not matter: "jose" finds "José". */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/^[#@]/, "")
    .trim();
}
