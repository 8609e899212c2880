import { limits, type Votes } from "@parley/contract";

/** A bit for each answer. */
export function maskOf(chosen: readonly number[]): number {
  return chosen.reduce((mask, at) => mask | (1 << at), 0);
}

/** The answers of a mask, in order. */
export function chosenIn(mask: number): number[] {
  return Array.from({ length: limits.pollAnswers }, (_, at) => at).filter((at) => (mask & (1 << at)) !== 0);
}

/** Counted together: how many people chose exactly what each mask says. */
export function tallyOf(answers: number, groups: readonly { chosen: number; people: number }[]): Omit<Votes, "mine"> {
  const counts = Array<number>(answers).fill(0);
  let voters = 0;
  for (const { chosen, people } of groups) {
    voters += people;
    for (const at of chosenIn(chosen)) counts[at] = (counts[at] ?? 0) + people;
  }
  return { counts, voters };
}
