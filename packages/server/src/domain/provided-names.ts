import { type PersonName, personName } from "./names.ts";

/** Fits with a number behind it into what a name may have. */
const mostCharacters = 30;
const numbered = 50;

/**
 * What somebody may be called here whom another house has named, the best first; whether it is free is for the database
 * to say. The last, with `tail`, hardly ever is not.
 */
export function* namesFor(given: readonly string[], tail: string): Generator<PersonName> {
  const names = [...given, "Newcomer"].flatMap((raw) => accepted(plain(raw)) ?? []);
  yield* names;
  const [{ name }] = names as [PersonName];
  for (let number = 2; number <= numbered; number += 1) yield personName(`${name}-${number}`);
  yield personName(`Newcomer-${tail}`);
}

/** Without what no name here has; of an address, what stands before the `@`. */
function plain(raw: string): string {
  return raw
    .slice(0, 200)
    .replace(/(?<=.)@.*$/su, "")
    .normalize("NFKC")
    .replace(/[^\p{L}\p{Mn}\p{Mc}\p{N}._'’-]+/gu, " ")
    .trim()
    .slice(0, mostCharacters)
    .trim();
}

function accepted(name: string): PersonName | undefined {
  try {
    // With a number behind it, it has to be a name as well.
    personName(`${name}-${numbered}`);
    return personName(name);
  } catch {
    return undefined;
  }
}
