import { useEffect, useState } from "react";
import { holdsSeq, type ListItem } from "./list-items.ts";
import type { ListVirtualizer } from "./use-message-list.ts";

const FLASH_MS = 1_600;

/** A place to show; a new object each time, also for the same place. */
export interface Jump {
  readonly seq: number;
}

/** The row that flashes: it is shown in the middle for as long. */
export function useFlash(): { flashing: string | null; flash: (key: string) => void } {
  const [flashing, setFlashing] = useState<string | null>(null);
  useEffect(() => {
    if (flashing === null) return undefined;
    const timer = setTimeout(() => setFlashing(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flashing]);
  return { flashing, flash: setFlashing };
}

export interface JumpOptions {
  jump: Jump | null;
  items: readonly ListItem[];
  virtualizer: ListVirtualizer;
  onJumped: () => void;
  unsettle: () => void;
  flash: (key: string) => void;
}

/** Brings the message of a jump to the middle as soon as it is loaded, and lets it flash. */
export function useJump({ jump, items, virtualizer, onJumped, unsettle, flash }: JumpOptions): void {
  useEffect(() => {
    if (jump === null) return;
    const index = items.findIndex((item) => holdsSeq(item, jump.seq));
    const item = items[index];
    if (item === undefined) return;
    virtualizer.scrollToIndex(index, { align: "center" });
    unsettle();
    flash(item.key);
    onJumped();
  }, [jump, items, virtualizer, onJumped, unsettle, flash]);
}
