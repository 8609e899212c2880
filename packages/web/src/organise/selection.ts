import type { TimelineRow } from "@parley/client";
import type { MessageId } from "@parley/contract";
import { createContext } from "react";

/** The messages of a conversation that were chosen, to do something with all of them. */
export interface Selection {
  readonly keys: ReadonlySet<MessageId>;
  toggle(row: TimelineRow): void;
}

/** Null while nothing is being chosen. */
export const SelectionContext = createContext<Selection | null>(null);
