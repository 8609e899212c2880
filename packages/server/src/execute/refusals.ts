import { ParleyError } from "@parley/contract";
import type { Logger } from "../lib/logger.ts";
import { StorageAwayError, StorageFullError } from "../store/engine.ts";

/** The error as an answer. What is no answer of ours is logged, and its text is kept from the caller. */
export function toParleyError(error: unknown, { logger, request }: { logger: Logger; request: string }): ParleyError {
  if (error instanceof ParleyError) return error;
  if (error instanceof StorageFullError) {
    logger.error("The disk is full; a command was refused.", { request });
    return new ParleyError("storage_full", "The server's disk is full. Nothing was stored; it is tried again.");
  }
  if (error instanceof StorageAwayError) {
    logger.error("The database is away; a request was refused.", { request });
    return new ParleyError("unavailable", "The server cannot reach its database. Try again in a moment.");
  }
  logger.error("A request failed.", {
    request: request.slice(0, 40),
    reason: error instanceof Error ? error.message : "not an error",
    stack: error instanceof Error ? (error.stack ?? "") : "",
  });
  return new ParleyError("internal", "The server made a mistake. It has been noted; try again.");
}
