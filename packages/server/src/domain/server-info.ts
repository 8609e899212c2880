import type { Registration, ServerInfo } from "@parley/contract";

interface Chosen {
  readonly serverName?: string;
  readonly registration?: string;
  readonly ownerId?: string;
}

/** The server as everyone sees it. What the configuration says of registration goes before what was chosen at set-up. */
export function serverInfo(chosen: Chosen, facts: { version: string; registration: Registration | null }): ServerInfo {
  return {
    name: chosen.serverName ?? "Parley",
    isSetUp: chosen.ownerId !== undefined,
    registration: facts.registration ?? (chosen.registration as Registration | undefined) ?? "invite",
    version: facts.version,
  };
}
