import type { SessionId, UserId } from "@parley/contract";

/** How people prove who they are. */
export interface SignInTables {
  sessions: {
    id: SessionId;
    user_id: UserId;
    token_digest: string;
    device: string;
    created_at: number;
    used_at: number;
  };
  passkeys: {
    id: string;
    user_id: UserId;
    public_key: string;
    counter: number;
    /** JSON array of WebAuthn transports. */
    transports: string;
    name: string;
    created_at: number;
    used_at: number | null;
  };
  recovery_codes: { user_id: UserId; digest: string };
  /** What a browser or device is asked to answer, once and soon; only digests of secrets. */
  challenges: {
    id: string;
    kind: "passkey-add" | "passkey-use" | "offer" | "oidc";
    user_id: UserId | null;
    value: string;
    expires_at: number;
  };
  /** Accounts at a provider of identities (OIDC), and the last session that began by each. */
  identities: { issuer: string; subject: string; user_id: UserId; session_id: SessionId | null; used_at: number };
}
