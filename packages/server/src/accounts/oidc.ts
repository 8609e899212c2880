import { ParleyError } from "@parley/contract";
import type { ServerFacts } from "../context.ts";
import type { IdentityProvider, OidcSecrets } from "../lib/oidc.ts";
import { digestOf } from "../lib/secrets.ts";
import { AwayError } from "../lib/trusted-fetch.ts";

/** So long somebody may take at the provider. */
export const oidcMs = 10 * 60_000;

/** What is kept while somebody is at the provider. */
export interface Errand {
  readonly invitation?: string | undefined;
  readonly device: string;
  readonly to: string;
}

export function providerOrRefusal({ provider }: ServerFacts): IdentityProvider {
  if (provider === null) throw new ParleyError("conflict", "This server knows no other house to sign in with.");
  return provider;
}

/**
 * Everything that one sign-in needs, from the ticket that only its browser holds: nothing of it is stored here but `id`,
 * from which the others do not follow.
 */
export function secretsOf(ticket: string): OidcSecrets & { readonly id: string } {
  const [id, state, nonce, verifier] = ["id", "state", "nonce", "verifier"].map((use) => digestOf(`${use} ${ticket}`));
  return { id, state, nonce, verifier } as OidcSecrets & { id: string };
}

/** A path of this server, as a browser would understand it; `/` for anything else. */
export function ownPath(to: string): string {
  const here = "http://here.invalid";
  const url = URL.parse(to, here);
  // What is left once its dots are gone may begin like an address: `/.//elsewhere`.
  const isOwn = url?.origin === here && to.startsWith("/") && !url.pathname.startsWith("//");
  return isOwn ? `${url.pathname}${url.search}${url.hash}` : "/";
}

/** The same words for whatever was wrong with what came back. */
export function oidcRefused(): ParleyError {
  return new ParleyError("wrong_credentials", "The sign-in was not completed. Try again.");
}

/** Waits for the provider; says so when it does not answer. */
export async function ofProvider<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AwayError)
      throw new ParleyError("unavailable", "The other house does not answer. Try again in a moment.");
    throw error;
  }
}
