import type { Export } from "@parley/contract";

/** So long a finished archive can be fetched; then it is removed. */
export const archiveLivesMs = 86_400_000;

type Kept = Export & { readonly state: Exclude<Export["state"], "none"> };

export const noExport: Export = { state: "none", done: 0, total: 0, bytes: null, expiresAt: null };

/** An archive as its owner is told of it; none, if there is none or its time is over. */
export function shownExport(kept: Kept | undefined, now: number): Export {
  if (kept === undefined || (kept.expiresAt !== null && kept.expiresAt <= now)) return noExport;
  const { state, done, total, bytes, expiresAt } = kept;
  return { state, done, total, bytes, expiresAt };
}
