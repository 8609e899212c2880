import type { TimelineRow } from "@parley/client";
import { isOffered } from "./message-actions.tsx";
import { messageDeeds } from "./message-deeds.ts";
import type { DeedParts } from "./use-deed-parts.ts";

/** Does with a message what a key or a finger asks for, if it fits. */
export function actOn(
  parts: DeedParts,
  row: TimelineRow,
  name: "reply" | "thread" | "edit" | "forward" | "delete",
): void {
  const deeds = messageDeeds(parts, row);
  if (isOffered(name, deeds)) deeds.on[name]();
}
