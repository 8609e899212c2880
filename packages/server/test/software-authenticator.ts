/** An authenticator in software: what a browser and its device do for `navigator.credentials` (W3C WebAuthn Level 3). */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { Input } from "@parley/contract";

type Answer = Input<"session:create-by-passkey">["response"];
/** What the server asked for; options of either kind hold the challenge. */
type Options = Readonly<Record<string, unknown>>;

/** How an answer differs from an honest one. */
export interface Twist {
  origin?: string;
  /** The host that the key signs for. */
  host?: string;
  isUnverified?: boolean;
  /** The form of attestation that is claimed, with a chain of certificates. */
  attestation?: string;
  /** Uses the counter as it was, as a copy of the key would. */
  isCopy?: boolean;
  userHandle?: string;
}

export class SoftwareAuthenticator {
  readonly id = randomBytes(16);
  readonly #site: URL;
  readonly #privateKey: KeyObject;
  readonly #coseKey: Buffer;
  #userHandle = "";
  #counter = 0;

  constructor(site: string) {
    this.#site = new URL(site);
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    this.#privateKey = privateKey;
    const point = (text: string) => Buffer.from(text, "base64url");
    // COSE_Key (RFC 9053): kty EC2, alg ES256, crv P-256, x, y.
    this.#coseKey = cbor(
      new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point(x)],
        [-3, point(y)],
      ]),
    );
  }

  /** As `navigator.credentials.create` answers. */
  create(options: Options, twist: Twist = {}): Answer {
    const { user } = options as { user: { id: string } };
    this.#userHandle = user.id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.#coseKey]);
    const authData = Buffer.concat([this.#authData(twist, 0x40), credential]);
    const attStmt = new Map(twist.attestation === undefined ? [] : [["x5c", [randomBytes(40)]]]);
    const attestation = new Map<string, Cbor>([
      ["fmt", twist.attestation ?? "none"],
      ["attStmt", attStmt],
      ["authData", authData],
    ]);
    return this.#answer({
      clientDataJSON: this.#clientData("webauthn.create", options, twist).toString("base64url"),
      attestationObject: cbor(attestation).toString("base64url"),
      transports: ["internal"],
    });
  }

  /** As `navigator.credentials.get` answers. */
  get(options: Options, twist: Twist = {}): Answer {
    if (twist.isCopy !== true) this.#counter += 1;
    const clientData = this.#clientData("webauthn.get", options, twist);
    const authData = this.#authData(twist, 0);
    const signed = Buffer.concat([authData, createHash("sha256").update(clientData).digest()]);
    return this.#answer({
      clientDataJSON: clientData.toString("base64url"),
      authenticatorData: authData.toString("base64url"),
      signature: sign("sha256", signed, this.#privateKey).toString("base64url"),
      userHandle: twist.userHandle ?? this.#userHandle,
    });
  }

  #answer(response: Answer): Answer {
    const id = this.id.toString("base64url");
    return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
  }

  #clientData(type: string, { challenge }: Options, twist: Twist): Buffer {
    const origin = twist.origin ?? this.#site.origin;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** Hash of the host, flags (user present 1, verified 4), counter. */
  #authData(twist: Twist, flags: number): Buffer {
    const tail = Buffer.alloc(5);
    tail.writeUInt8(flags | 1 | (twist.isUnverified === true ? 0 : 4));
    tail.writeUInt32BE(this.#counter, 1);
    const host = twist.host ?? this.#site.hostname;
    return Buffer.concat([createHash("sha256").update(host).digest(), tail]);
  }
}

type Cbor = number | string | Buffer | Cbor[] | Map<string | number, Cbor>;

/** As much of CBOR (RFC 8949) as an authenticator writes. */
function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
