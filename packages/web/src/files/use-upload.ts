import type { ClientState, Upload } from "@parley/client";
import type { SharedFile } from "@parley/contract";
import { useCallback } from "react";
import { useClientState } from "../use-client-state.ts";

/** How far a file is that waits in the outbox; undefined before anything of it went. */
export function useUpload({ id }: SharedFile): Upload | undefined {
  return useClientState(useCallback((state: ClientState) => state.uploads.get(id), [id]));
}

/** From 0 to 100. */
export function percentOf(upload: Upload | undefined, { size }: SharedFile): number {
  if (upload?.isDone) return 100;
  return size === 0 ? 0 : Math.floor(((upload?.sentBytes ?? 0) / size) * 100);
}
