/**
 * Why nothing came of a request. `address`: it leads where nobody is to be asked; `redirects`: too many of them;
 * `unreachable`: nobody answers; `slow`: not in time; `type`: not what was asked for.
 */
export type OutboundFailure =
  | "address"
  | "redirects"
  | "unreachable"
  | "slow"
  | "status"
  | "type"
  | "too-large"
  | "encoding"
  | "busy"
  | "stopped";

/** A request that was not made, or had no answer that is of use. */
export class OutboundError extends Error {
  readonly failure: OutboundFailure;
  constructor(failure: OutboundFailure, options?: ErrorOptions) {
    super(`Nothing came of a request to the outside: ${failure}.`, options);
    this.failure = failure;
  }
}
