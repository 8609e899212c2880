import type { ClientState } from "@parley/client";
import { useMemo } from "react";
import { useClientState } from "../use-client-state.ts";
import { type Emoji, foldWord } from "./emoji-data.ts";

/** The group of those of this server's own; all others have one of the catalogue. */
export const OWN_GROUP = -1;

/** Those of this server's own, as all others are picked and found. */
export function ownEmoji({ emoji }: Pick<ClientState, "emoji">): Emoji[] {
  return [...emoji.keys()].sort().map((name) => ({
    emoji: `:${name}:`,
    pale: undefined,
    label: name,
    codes: [name],
    words: [name, ...name.split(/[_+-]/)].map(foldWord).filter((word) => word !== ""),
    group: OWN_GROUP,
    version: 0,
  }));
}

export function useOwnEmoji(): readonly Emoji[] {
  const emoji = useClientState((state) => state.emoji);
  return useMemo(() => ownEmoji({ emoji }), [emoji]);
}
