import { createHash, createHmac } from "node:crypto";
import { dateAt } from "./clock.ts";

export interface AwsKey {
  readonly id: string;
  readonly secret: string;
  readonly region: string;
}

export interface Unsigned {
  readonly method: string;
  /** Without a query. */
  readonly url: URL;
  /** Lower case. All of them are signed. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body, in hex. */
  readonly bodyHash: string;
  /** Epoch ms. */
  readonly at: number;
}

/** SHA-256 of no body. */
export const nothingHash = hashOf("");

/** All headers of a request to S3, signed (AWS Signature Version 4, as S3 has it: the path is encoded once). */
export function signedHeaders(key: AwsKey, { method, url, headers, bodyHash, at }: Unsigned): Record<string, string> {
  const time = dateAt(at)
    .toISOString()
    .replace(/[-:]|\.\d{3}/g, "");
  const all = { ...headers, host: url.host, "x-amz-content-sha256": bodyHash, "x-amz-date": time };
  const sorted = Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1));
  const names = sorted.map(([name]) => name).join(";");
  const lines = sorted.map(([name, value]) => `${name}:${value.trim()}\n`).join("");
  const canonical = [method, encodedPath(url.pathname), "", lines, names, bodyHash].join("\n");
  const scope = `${time.slice(0, 8)}/${key.region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", time, scope, hashOf(canonical)].join("\n");
  const signing = scope.split("/").reduce<Buffer | string>((under, part) => hmac(under, part), `AWS4${key.secret}`);
  const signature = hmac(signing, text).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${key.id}/${scope},SignedHeaders=${names},Signature=${signature}`;
  return { ...all, authorization };
}

function encodedPath(path: string): string {
  const encoded = (part: string) =>
    encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return decodeURIComponent(path).split("/").map(encoded).join("/");
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
