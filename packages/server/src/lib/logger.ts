import { pino } from "pino";

/** What may stand in a log line beside its message. No bodies, names, tokens or passwords: those have no field here. */
export interface LogFields {
  request?: string;
  code?: string;
  userId?: string;
  roomId?: string;
  /** Milliseconds. */
  tookMs?: number;
  count?: number;
  /** Text of an error of ours or of a library; never holds input. */
  reason?: string;
  stack?: string;
}

export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** JSON lines on standard error, so that what `npm start` tells a person stays readable on standard output. */
export function createLogger(level: "info" | "warn" | "error" | "silent"): Logger {
  const log = pino({ level, base: null }, pino.destination({ dest: 2, sync: false }));
  return {
    info: (message, fields = {}) => log.info(fields, message),
    warn: (message, fields = {}) => log.warn(fields, message),
    error: (message, fields = {}) => log.error(fields, message),
  };
}
