import type { Message, User } from "@parley/contract";
import { visible } from "../text/visible.ts";

/** What stands over a message that was said elsewhere; undefined for any other. */
export function forwardedWords({ forwardedFrom }: Message, author: User | undefined): string | undefined {
  if (forwardedFrom === undefined) return undefined;
  return forwardedFrom === null ? "Forwarded" : `Forwarded from ${visible(author?.name ?? "Somebody")}`;
}
