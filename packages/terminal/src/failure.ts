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
