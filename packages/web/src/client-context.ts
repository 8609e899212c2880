import type { ParleyClient } from "@parley/client";
import { createContext, use } from "react";

export const ClientContext = createContext<ParleyClient | null>(null);

/** The client of this page; every screen is inside its provider. */
export function useClient(): ParleyClient {
  const client = use(ClientContext);
  if (client === null) throw new Error("useClient needs a SessionProvider above it.");
  return client;
}
