import { useFragment } from "./use-fragment.ts";

export interface ReadyMade {
  username: string;
  password: string;
}

/**
 * What the links of `npm run demo` (`/sign-in#as=…&password=…`) fill in. On this machine's own addresses only, and never
 * sent without a press of the button: nobody can be signed in as somebody else by following a link.
 */
export function useReadyMade(): ReadyMade | null {
  const fragment = new URLSearchParams(useFragment());
  const isOwnMachine = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);
  const username = fragment.get("as");
  if (!isOwnMachine || username === null) return null;
  return { username, password: fragment.get("password") ?? "" };
}
