import { createContext, type ReactNode, use, useEffect, useState } from "react";

const REST_MS = 2_000;

const RestContext = createContext(false);

/** Whether the page is at rest: its first screen stands, and what only adds to it may be fetched. */
export function useIsAtRest(): boolean {
  return use(RestContext);
}

export function RestProvider({ children }: { children: ReactNode }) {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), REST_MS);
    return () => clearTimeout(timer);
  }, []);
  return <RestContext value={isAtRest}>{children}</RestContext>;
}

/** What comes when the page is at rest. */
export function AtRest({ children }: { children: ReactNode }) {
  return useIsAtRest() ? children : null;
}
