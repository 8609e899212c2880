import type { ConnectionStatus } from "@parley/client";
import { useEffect, useState } from "react";
import { useClientState } from "./use-client-state.ts";

const PATIENCE_MS = 2_000;

/**
 * The connection as it is shown. A hiccup of less than two seconds is not worth a word, so until then the last shown
 * state stays; `live` stands in before the first connection.
 */
export function useConnection(): ConnectionStatus {
  const status = useClientState((state) => state.connection.status);
  const isLive = status === "live";
  const [isWorthTelling, setWorthTelling] = useState(false);
  useEffect(() => {
    if (isLive) {
      setWorthTelling(false);
      return undefined;
    }
    const timer = setTimeout(() => setWorthTelling(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isLive]);
  return isLive || isWorthTelling ? status : "live";
}
