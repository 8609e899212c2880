import { createClient, indexedDbStorage, type ParleyClient } from "@parley/client";
import type { UserId } from "@parley/contract";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { ClientContext } from "./client-context.ts";

/**
 * `starting`: nothing is known yet. `out`: nobody is signed in. `in`: somebody is, and their rooms are known, from this
 * device's storage or from the server.
 */
export type SessionPhase = "starting" | "out" | "in";

export interface Session {
  readonly phase: SessionPhase;
  /** After a request that set the session cookie (sign-in, set-up, account): connect as that person. */
  readonly enter: (account: UserId) => Promise<void>;
  /** Sign out here, and forget everything that this device kept. */
  readonly leave: () => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error("useSession needs a SessionProvider above it.");
  return session;
}

/** The session is an HttpOnly cookie, so only the server's answer to the connection tells whether there is one. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [client, setClient] = useState(() => browserClient());
  useEffect(() => {
    void client.start();
    return () => void client.stop();
  }, [client]);
  const phase = usePhase(client);
  useEffect(() => {
    if (phase === "out") forgetKept();
  }, [phase]);
  const enter = useCallback(
    async (account: UserId) => {
      await client.stop();
      setClient(browserClient(account));
    },
    [client],
  );
  const leave = useCallback(async () => {
    await client.signOut();
  }, [client]);
  const session = useMemo(() => ({ phase, enter, leave }), [phase, enter, leave]);
  return (
    <SessionContext value={session}>
      <ClientContext value={client}>{children}</ClientContext>
    </SessionContext>
  );
}

function browserClient(account?: UserId): ParleyClient {
  return createClient({ url: "", storage: indexedDbStorage("parley"), ...(account !== undefined && { account }) });
}

/** What this device kept of people beside the client's storage. */
function forgetKept(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("parley.of.")) localStorage.removeItem(key);
  } catch {
    // Storage is refused: nothing was kept.
  }
}

function usePhase(client: ParleyClient): SessionPhase {
  return useSyncExternalStore(
    useCallback((listener: () => void) => client.subscribe(listener), [client]),
    () => {
      const state = client.getState();
      if (state.connection.status === "signed-out") return "out";
      return state.me === null ? "starting" : "in";
    },
  );
}
