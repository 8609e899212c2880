import { z } from "zod";
import { type ErrorCode, errorCodes, type WireError } from "./errors.ts";

/** WireError for those who check what travels; apart from it, so that a browser needs no schemas to know an error. */
export const errorSchema: z.ZodType<WireError> = z.strictObject({
  code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
  /** A plain sentence for people. */
  message: z.string(),
  /** The input field at fault, as a dotted path. */
  field: z.string().optional(),
  /** Milliseconds until another try makes sense. */
  retryAfterMs: z.number().int().nonnegative().optional(),
});
