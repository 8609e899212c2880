import type { ParleyClient } from "@parley/client";
import type { Output } from "@parley/contract";
import { useEffect, useState } from "react";
import { useClient } from "../client-context.ts";

export type FileLimits = Output<"file:limits">;

/** How much I may upload; null while that is not known, or offline. */
export function useLimits(): FileLimits | null {
  const client = useClient();
  const [limits, setLimits] = useState<FileLimits | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void limitsOf(client).then((found) => isCurrent && setLimits(found));
    return () => {
      isCurrent = false;
    };
  }, [client]);
  return limits;
}

export function limitsOf(client: ParleyClient): Promise<FileLimits | null> {
  return client.call("file:limits", {}).catch(() => null);
}
