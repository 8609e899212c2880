import type { Relation } from "@parley/contract";

/** After a declined request, so long another one is not delivered: asking again and again is no way to be heard. */
const quietMs = 30 * 86_400_000;

/** How one stands to another, as it is kept. */
export interface Stand {
  readonly kind: Relation["kind"] | "declined";
  readonly since: number;
}

/** Both sides of a pair; undefined for nothing. */
export interface Pair {
  readonly mine: Stand | undefined;
  readonly theirs: Stand | undefined;
}

/**
 * What a request for friendship comes to. `blocked`: I blocked them, so there is nothing to ask. `friends`: they had
 * asked me. `deliver`: they see it. `swallow`: I see it sent, they never do (they blocked me, or declined not long ago;
 * which of them, or none, is not told). `nothing`: it is as it should be already.
 */
export type Asking = "blocked" | "friends" | "deliver" | "swallow" | "nothing";

export function asking({ mine, theirs }: Pair, now: number): Asking {
  if (mine?.kind === "blocked") return "blocked";
  if (mine?.kind === "friend") return "nothing";
  if (theirs?.kind === "blocked") return mine?.kind === "asked" ? "nothing" : "swallow";
  if (theirs?.kind === "asked") return "friends";
  const isQuiet = theirs?.kind === "declined" && now - theirs.since < quietMs;
  if (mine?.kind === "asked")
    return theirs === undefined || (theirs.kind === "declined" && !isQuiet) ? "deliver" : "nothing";
  return isQuiet ? "swallow" : "deliver";
}
