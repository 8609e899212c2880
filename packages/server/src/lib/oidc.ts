import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client";
import type { Clock } from "./clock.ts";
import { AwayError, fetchTrusted, isTrustedAddress } from "./trusted-fetch.ts";

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
}

/** Known to one browser alone; each is 43 characters of base64url. */
export interface OidcSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Somebody, as the provider knows them. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** What they may be called, the best first; whatever the provider holds. */
  readonly names: readonly string[];
}

export interface IdentityProvider {
  /** Where a browser signs in. */
  addressFor(secrets: OidcSecrets): Promise<string>;
  /** Who came back with this query; null for nobody. Both throw {@link AwayError} when the provider does not answer. */
  identify(query: string, secrets: OidcSecrets): Promise<Identity | null>;
}

const timeoutSeconds = 5;
/** What the provider says of itself is asked again after this long. */
const knownMs = 3_600_000;

/** OpenID Connect Core 1.0, code flow with PKCE (RFC 7636); the ID token's signature is verified, too. */
export function createProvider(
  settings: OidcSettings,
  { clock, redirectUri }: { clock: Clock; redirectUri: () => string },
): IdentityProvider {
  let known: { configuration: Promise<Configuration>; until: number } | null = null;

  async function configured(): Promise<Configuration> {
    if (known === null || known.until <= clock.now())
      known = { configuration: discovered(settings), until: clock.now() + knownMs };
    try {
      return await known.configuration;
    } catch (error) {
      known = null;
      throw new AwayError("The provider of identities could not be asked.", { cause: error });
    }
  }

  return {
    async addressFor({ state, nonce, verifier }) {
      const url = buildAuthorizationUrl(await configured(), {
        redirect_uri: redirectUri(),
        scope: "openid profile",
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      if (!isTrustedAddress(url)) throw new AwayError("The provider names an address that is not safe.");
      return url.href;
    },

    async identify(query, { state, nonce, verifier }) {
      const configuration = await configured();
      const address = new URL(redirectUri());
      address.search = query;
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      try {
        const claims = (await authorizationCodeGrant(configuration, address, checks)).claims();
        return claims === undefined ? null : identityIn(claims);
      } catch (error) {
        if (wasAway(error)) throw new AwayError("The provider of identities does not answer.", { cause: error });
        return null;
      }
    },
  };
}

function discovered({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const [basic, post] = [ClientSecretBasic(clientSecret), ClientSecretPost(clientSecret)];
  // Whichever the provider takes; without a word of it, the one that all must (OpenID Connect Discovery 1.0, 3).
  const authenticate: ClientAuth = (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    (methods.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
  return discovery(new URL(issuer), clientId, undefined, authenticate, {
    [customFetch]: fetchTrusted,
    timeout: timeoutSeconds,
    // Plain HTTP is for this machine alone: fetchTrusted decides that for every address.
    execute: [enableNonRepudiationChecks, allowInsecureRequests],
  });
}

function identityIn(claims: { iss: string; sub: string; [claim: string]: unknown }): Identity {
  const names = [claims.preferred_username, claims.nickname, claims.name, claims.given_name];
  return {
    issuer: claims.iss,
    subject: claims.sub,
    names: names.filter((name) => typeof name === "string"),
  };
}

function wasAway(error: unknown): boolean {
  if (error instanceof AwayError) return true;
  return error instanceof Error && error.cause !== undefined && wasAway(error.cause);
}
