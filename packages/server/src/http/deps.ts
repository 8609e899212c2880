import type { UserId } from "@parley/contract";
import type { Authenticator } from "../authenticate.ts";
import type { Actor, Live } from "../context.ts";
import type { Execute } from "../execute/execute.ts";
import type { Files } from "../files/files.ts";
import type { CallerOf } from "../lib/caller.ts";
import type { Logger } from "../lib/logger.ts";

export interface HttpDeps {
  readonly execute: Execute;
  readonly authenticator: Authenticator;
  readonly liveFor: (actor: Actor | null) => Live;
  readonly callerOf: CallerOf;
  readonly publicUrl: string | null;
  readonly isTls: boolean;
  readonly cookieName: () => string;
  readonly webFolder: string;
  /** Path of the archive that this person may fetch now; null for none. */
  readonly archiveOf: (userId: UserId) => Promise<string | null>;
  readonly files: Files;
  readonly logger: Logger;
  readonly version: string;
  /** Fulfils when the server can do its work. */
  readonly isReady: () => Promise<boolean>;
}
