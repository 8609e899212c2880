import type { Availability, Settings } from "@parley/contract";

/** What somebody is to those who may see them: by what they chose, and by whether each of their connections is idle. */
export function availabilityOf(mode: Settings["presence"], idle: Iterable<boolean>): Availability {
  const connections = [...idle];
  if (mode === "invisible" || connections.length === 0) return "offline";
  if (mode === "busy") return "busy";
  return connections.every(Boolean) ? "away" : "online";
}
