/** A small OpenID Connect provider on this machine: real keys, real signatures, and lies where a test wants them. */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface ProvidedPerson {
  sub: string;
  preferred_username?: string;
  name?: string;
}

export const clientId = "parley";
export const clientSecret = "secret of the client";

interface Grant {
  readonly person: ProvidedPerson;
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

type Claims = Record<string, unknown>;

interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export class TestProvider {
  /** Who is signed in there. */
  person: ProvidedPerson = { sub: "1" };
  /** Changes the token before it is signed, or after. */
  lie: { claims?: (claims: Claims) => Claims; token?: (token: string) => string } = {};
  algorithm: "RS256" | "ES256" = "RS256";
  /** What was asked of it by our server. */
  readonly asked: string[] = [];
  isDown = false;
  /** Whoever is asked there whether they want to be signed in here says no. */
  isRefusing = false;
  readonly #host: string;
  readonly #server: Server;
  readonly #grants = new Map<string, Grant>();
  readonly #keys = {
    RS256: generateKeyPairSync("rsa", { modulusLength: 2048 }),
    ES256: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  };

  /** `host` is what this machine is called in its address: to a browser, another name is another site. */
  constructor(host = "127.0.0.1") {
    this.#host = host;
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(({ status, body, headers }) =>
        response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body)),
      );
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  get issuer(): string {
    return `http://${this.#host}:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  /** What a browser does there: signs in, and is sent back to the address that this answers. */
  authorize(address: string): URL {
    const asked = new URL(address).searchParams;
    const need = (name: string) => {
      const value = asked.get(name);
      if (value === null) throw new Error(`The authorization request has no ${name}.`);
      return value;
    };
    if (need("client_id") !== clientId || need("response_type") !== "code") throw new Error("Not our client.");
    if (need("code_challenge_method") !== "S256") throw new Error("Not PKCE.");
    const [nonce, challenge, redirectUri] = [need("nonce"), need("code_challenge"), need("redirect_uri")];
    const back = new URL(redirectUri);
    back.searchParams.set("state", need("state"));
    if (this.isRefusing) {
      back.searchParams.set("error", "access_denied");
      return back;
    }
    const code = randomBytes(16).toString("hex");
    this.#grants.set(code, { person: this.person, nonce, challenge, redirectUri });
    back.searchParams.set("code", code);
    return back;
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const path = request.url ?? "";
    this.asked.push(path);
    if (this.isDown) return { status: 503, body: {} };
    if (path === "/.well-known/openid-configuration") return { status: 200, body: this.#description() };
    if (path === "/keys")
      return { status: 200, body: { keys: Object.keys(this.#keys).map((name) => this.#jwk(name)) } };
    if (path === "/token") return this.#token(request);
    if (path.startsWith("/authorize?"))
      return { status: 302, body: {}, headers: { location: this.authorize(`${this.issuer}${path}`).href } };
    return { status: 404, body: {} };
  }

  #description(): object {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256", "ES256"],
      code_challenge_methods_supported: ["S256"],
    };
  }

  #jwk(name: string): object {
    const { publicKey } = this.#keys[name as "RS256" | "ES256"];
    return { ...publicKey.export({ format: "jwk" }), kid: name, alg: name, use: "sig" };
  }

  async #token(request: IncomingMessage): Promise<Answer> {
    let text = "";
    for await (const piece of request) text += piece;
    const form = new URLSearchParams(text);
    const secret = Buffer.from(`${clientId}:${encodeURIComponent(clientSecret).replaceAll("%20", "+")}`);
    if (request.headers.authorization !== `Basic ${secret.toString("base64")}`)
      return { status: 401, body: { error: "invalid_client" } };
    const grant = this.#grants.get(form.get("code") ?? "");
    this.#grants.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (grant?.challenge !== challenge || grant.redirectUri !== form.get("redirect_uri"))
      return { status: 400, body: { error: "invalid_grant" } };
    const body = { access_token: "an access token", token_type: "Bearer", expires_in: 60 };
    return { status: 200, body: { ...body, id_token: this.#signed(grant) } };
  }

  #signed({ person, nonce }: Grant): string {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: this.issuer, aud: clientId, iat: now, exp: now + 60, nonce, ...person };
    const header = { alg: this.algorithm, kid: this.algorithm, typ: "JWT" };
    const told = this.lie.claims?.(claims) ?? claims;
    const content = [header, told].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    const key = { key: this.#keys[this.algorithm].privateKey, dsaEncoding: "ieee-p1363" } as const;
    const token = `${content}.${sign("sha256", Buffer.from(content), key).toString("base64url")}`;
    return this.lie.token?.(token) ?? token;
  }
}
