import type { OutboxItem } from "../state.ts";

/** What is to be known here of a message that waits, besides its request; `keep` writes the bytes of its files down. */
export interface Baggage extends Pick<OutboxItem, "files" | "sticker" | "copy"> {
  readonly keep?: () => Promise<unknown>;
}
