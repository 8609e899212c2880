import { ParleyError, type WireError } from "@parley/contract";

/** A refusal as it came over the wire, as the error to throw. */
export function errorOf({ code, message, field, retryAfterMs }: WireError): ParleyError {
  return new ParleyError(code, message, {
    ...(field === undefined ? {} : { field }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** Anything thrown, as a ParleyError. */
export function asParleyError(error: unknown): ParleyError {
  if (error instanceof ParleyError) return error;
  return new ParleyError("internal", error instanceof Error ? error.message : String(error));
}

/** For whoever waits for a message that its sender deleted before it was ever sent. */
export function takenBack(): ParleyError {
  return new ParleyError("not_found", "The message was deleted before it was sent.");
}
