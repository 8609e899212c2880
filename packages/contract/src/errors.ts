/**
 * The closed list of errors. Clients switch on `code`; people read `message`.
 * `retry`: the same request may succeed later, so an outbox keeps it; otherwise the refusal is final.
 */
export const errorCodes = {
  /** The input does not fit the schema or a rule of content. */
  invalid: { retry: false, status: 400 },
  /** No session, or one that has ended. */
  unauthenticated: { retry: false, status: 401 },
  /** Wrong user name or password; the same for a known and an unknown name. */
  wrong_credentials: { retry: false, status: 401 },
  /** The password is right; a second factor is asked for: send the same again with `code`, or with a passkey. */
  second_factor: { retry: false, status: 401 },
  /** They do not take this from you: their privacy, or a block. Which of the two is not told. */
  not_reachable: { retry: false, status: 403 },
  /** The account is suspended; the message says until when. */
  suspended: { retry: false, status: 403 },
  /** You see it, but may not do this to it. */
  forbidden: { retry: false, status: 403 },
  /** It does not exist, or not for you. */
  not_found: { retry: false, status: 404 },
  /** Somebody else has this name. */
  name_taken: { retry: false, status: 409 },
  /** The state of things forbids it, such as a second set-up or the last owner leaving. */
  conflict: { retry: false, status: 409 },
  /** The invitation or set-up link is unknown, expired, used up or revoked. */
  link_invalid: { retry: false, status: 410 },
  /** New accounts are not wanted here, or only with an invitation. */
  registration_closed: { retry: false, status: 403 },
  /** The packet is over the size limit. */
  too_large: { retry: false, status: 413 },
  /** My files, or those of all, would take more room than there is for them; nothing was stored. */
  quota_exceeded: { retry: false, status: 413 },
  /** Too many calls; `retryAfterMs` says when to try again. */
  rate_limited: { retry: true, status: 429 },
  /** The server's disk is full; nothing was stored. */
  storage_full: { retry: true, status: 507 },
  /** The server is stopping or its database is away. */
  unavailable: { retry: true, status: 503 },
  /** A defect of ours. */
  internal: { retry: true, status: 500 },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** A refusal as it travels. */
export interface WireError {
  code: ErrorCode;
  /** A plain sentence for people. */
  message: string;
  /** The input field at fault, as a dotted path. */
  field?: string | undefined;
  /** Milliseconds until another try makes sense. */
  retryAfterMs?: number | undefined;
}

/** The answer to every request, on every transport. */
export type Reply<T = unknown> = { ok: true; data: T } | { ok: false; error: WireError };

/** An error that is an answer. Thrown anywhere on the way, mapped to a reply in one place. */
export class ParleyError extends Error {
  readonly code: ErrorCode;
  readonly field?: string;
  readonly retryAfterMs?: number;

  constructor(code: ErrorCode, message: string, more: { field?: string; retryAfterMs?: number } = {}) {
    super(message);
    this.name = "ParleyError";
    this.code = code;
    if (more.field !== undefined) this.field = more.field;
    if (more.retryAfterMs !== undefined) this.retryAfterMs = more.retryAfterMs;
  }

  toWire(): WireError {
    const wire: WireError = { code: this.code, message: this.message };
    if (this.field !== undefined) wire.field = this.field;
    if (this.retryAfterMs !== undefined) wire.retryAfterMs = this.retryAfterMs;
    return wire;
  }
}

/** Whether the same request may succeed later without being changed. */
export function isRetryable(code: ErrorCode): boolean {
  return errorCodes[code].retry;
}
