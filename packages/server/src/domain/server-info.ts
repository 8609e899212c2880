import type { Registration, ServerInfo } from "@parley/contract";

interface Chosen {
  readonly serverName?: string;
  readonly registration?: string;
  readonly ownerId?: string;
}

interface Facts {
  readonly version: string;
  readonly registration: Registration | null;
  /** The name of the configured OIDC provider. */
  readonly oidc: string | null;
}

/** The server as everyone sees it. What the configuration says of registration goes before what was chosen at set-up. */
export function serverInfo(chosen: Chosen, facts: Facts): ServerInfo {
  return {
    name: chosen.serverName ?? "Parley",
    isSetUp: chosen.ownerId !== undefined,
    registration: facts.registration ?? (chosen.registration as Registration | undefined) ?? "invite",
    version: facts.version,
    oidc: facts.oidc,
  };
}
