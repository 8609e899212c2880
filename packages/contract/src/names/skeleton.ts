import { foldHandle } from "./fold.ts";
import { CAPITAL_LOOK_ALIKES, LOOK_ALIKES } from "./look-alikes.ts";
import { RESERVED_NAMES } from "./reserved.ts";

/**
 * What a name looks like at a glance: two names with the same skeleton are too easily taken for each other, so only one
 * of them may exist (security.md rule 12; the method of UTS #39, on folded names). Only for comparison, never for
 * showing. Accents count for nothing; so do the differences between 0 and o, 1, l and i, rn and m, vv and w.
 */
export function skeleton(name: string): string {
  const capitals = replaceEach(name.normalize("NFKC"), CAPITAL_LOOK_ALIKES);
  const letters = foldHandle(capitals)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
  // Twice, because a look-alike may have one itself: ı is taken for i, and i for l.
  const latin = replaceEach(replaceEach(letters, LOOK_ALIKES), LOOK_ALIKES);
  return latin
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replace(/[._-]+/g, "_")
    .normalize("NFC");
}

/** Whether a name looks like a reserved one (аdmin with a Cyrillic а, Adm1n, a.d.m.i.n). cleanName refuses the exact ones only. */
export function looksReserved(name: string): boolean {
  return RESERVED_SKELETONS.has(skeleton(name).replaceAll("_", ""));
}

function replaceEach(text: string, table: ReadonlyMap<string, string>): string {
  let replaced = "";
  for (const character of text) replaced += table.get(character) ?? character;
  return replaced;
}

const RESERVED_SKELETONS: ReadonlySet<string> = new Set(Array.from(RESERVED_NAMES, skeleton));
