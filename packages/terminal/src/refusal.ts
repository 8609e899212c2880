import { ParleyError } from "@parley/contract";
import { exitCodes, Failure } from "./failure.ts";

/** Any error as the line to print and the code to end with. A defect of ours keeps its trace. */
export function toFailure(error: unknown, server: string): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof ParleyError)) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return new Failure(exitCodes.refused, `This is a defect of ours: ${trace}`);
  }
  if (error.code === "unavailable")
    return new Failure(exitCodes.unreachable, `Cannot reach ${server}: ${error.message}`);
  if (error.code === "unauthenticated") {
    return new Failure(
      exitCodes.unreachable,
      "You are signed out. Sign in again: set PARLEY_PASSWORD, or run it in a terminal.",
    );
  }
  return new Failure(exitCodes.refused, error.message);
}
