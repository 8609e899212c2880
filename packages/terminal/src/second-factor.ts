import { ParleyError } from "@parley/contract";
import { exitCodes, Failure } from "./failure.ts";
import { askHidden } from "./hidden-prompt.ts";
import type { Surroundings } from "./streams.ts";

/** So often a code that was mistyped, or was just used, may be typed again. */
const TRIES = 3;

/** Signs in; again with a code when the server asks for one: of PARLEY_CODE, or of the person. */
export async function withSecondFactor<T>(
  surroundings: Surroundings,
  begin: (code: string | undefined) => Promise<T>,
): Promise<T> {
  try {
    return await begin(undefined);
  } catch (error) {
    if (!(error instanceof ParleyError && error.code === "second_factor")) throw error;
  }
  if (surroundings.code !== null) return await begin(surroundings.code);
  for (let tries = 1; ; tries += 1) {
    const code = await askHidden(surroundings, "Code of your authenticator, or a recovery code: ");
    if (code === null) throw new Failure(exitCodes.unreachable, "A code is asked for as well: set PARLEY_CODE.");
    try {
      return await begin(code);
    } catch (error) {
      const isWrongCode = error instanceof ParleyError && error.field === "code" && tries < TRIES;
      if (!isWrongCode) throw error;
      surroundings.errors.write(`${error.message}\n`);
    }
  }
}
