/** What part of the voters chose each answer, in whole hundredths; where each has one vote, a hundred in all. */
export function sharesOf(counts: readonly number[], voters: number, isMultiple: boolean): number[] {
  if (voters === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 100) / voters);
  if (isMultiple) return exact.map(Math.round);
  const shares = exact.map(Math.floor);
  const left = 100 - shares.reduce((sum, share) => sum + share, 0);
  // The rest goes to those that lost most; among equals nobody is favoured.
  const rest = (at: number) => (exact[at] ?? 0) - (shares[at] ?? 0);
  const byLoss = [...shares.keys()].filter((at) => rest(at) > 0).sort((one, other) => rest(other) - rest(one));
  const last = byLoss[left - 1];
  const next = byLoss[left];
  const isFair = last === undefined || next === undefined || rest(last) - rest(next) > 1e-9;
  return isFair ? shares.map((share, at) => share + Number(byLoss.slice(0, left).includes(at))) : exact.map(Math.round);
}
