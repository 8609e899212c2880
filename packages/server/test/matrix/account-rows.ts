/** Accounts and ways to sign in: nobody stands to those of others in any way. */
import type { accountRequests, factorRequests, oidcRequests, RequestName } from "@parley/contract";
import { password } from "../person.ts";
import { everybody, isSignedIn, type Rows } from "./row.ts";

type AccountRequest = keyof typeof accountRequests | keyof typeof factorRequests | keyof typeof oidcRequests;

const byPassword = { input: () => ({ password }) };
/** The server of the matrix has no public address, and nobody asks from a page. */
const noSite = { expected: everybody("conflict") };

export const accountRows: Rows<AccountRequest & RequestName> = {
  // The same one again: everybody in the other rows signs in by it.
  "account:change-password": { input: () => ({ current: password, next: password }) },
  "account:delete": {
    input: () => ({ password, messages: "anonymise" }),
    expected: { serverOwner: "conflict", owner: "conflict" },
  },
  "account:keep": { input: () => ({}) },
  "export:start": { input: () => ({}) },
  "export:show": { input: () => ({}) },
  "factor:list": { input: () => ({}) },
  "factor:begin-totp": byPassword,
  "factor:confirm-totp": {
    input: async ({ cast }, standing) => {
      if (isSignedIn(standing)) await cast.actors[standing].do("factor:begin-totp", { password });
      return { code: "guessed" };
    },
    expected: everybody("wrong_credentials"),
  },
  "factor:remove-totp": byPassword,
  "factor:renew-recovery": { ...byPassword, expected: everybody("conflict") },
  "passkey:begin": { ...byPassword, ...noSite },
  "passkey:add": { input: () => ({ challengeId: "guessed", name: "Key", response: {} }), ...noSite },
  "passkey:remove": { input: () => ({ id: "guessed", password }), expected: everybody("not_found") },
  "session:begin-passkey": { input: () => ({}), ...noSite },
  "session:create-by-passkey": { input: () => ({ challengeId: "guessed", response: {} }), ...noSite },
  // No provider is configured in the matrix.
  "session:begin-oidc": { input: () => ({}), ...noSite },
  "session:create-by-oidc": { input: () => ({ ticket: "guessed", query: "code=guessed" }), ...noSite },
  "session:offer": { input: () => ({}) },
  "session:claim": {
    input: async ({ cast }) => ({ code: (await cast.target.do("session:offer", {})).code }),
  },
};
