import { useEffect, useState } from "react";
import type { ListItem } from "./list-items.ts";
import type { ListVirtualizer } from "./use-message-list.ts";

const FLASH_MS = 1_600;

/** A place to show; a new object each time, also for the same place. */
export interface Jump {
  readonly seq: number;
}

export interface JumpOptions {
  jump: Jump | null;
  items: readonly ListItem[];
  virtualizer: ListVirtualizer;
  onJumped: () => void;
  unsettle: () => void;
}

/** Brings the message of a jump to the middle as soon as it is loaded. Answers the key of the row that flashes. */
export function useJump({ jump, items, virtualizer, onJumped, unsettle }: JumpOptions): string | null {
  const [flashing, setFlashing] = useState<string | null>(null);
  useEffect(() => {
    if (jump === null) return;
    const index = items.findIndex((item) => item.kind === "message" && item.row.message.seq === jump.seq);
    const item = items[index];
    if (item === undefined) return;
    virtualizer.scrollToIndex(index, { align: "center" });
    unsettle();
    setFlashing(item.key);
    onJumped();
  }, [jump, items, virtualizer, onJumped, unsettle]);
  useEffect(() => {
    if (flashing === null) return undefined;
    const timer = setTimeout(() => setFlashing(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flashing]);
  return flashing;
}
