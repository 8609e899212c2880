import { ParleyError } from "@parley/contract";

/** What the process answers its caller with; said in `--help`. */
export const exitCodes = { ok: 0, refused: 1, wrongUse: 2, unreachable: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An end of the program that is an answer: one plain line for the person, one code for the caller. */
export class Failure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.name = "Failure";
    this.exitCode = exitCode;
  }
}

export const wrongUse = (message: string): Failure => new Failure(exitCodes.wrongUse, message);

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
