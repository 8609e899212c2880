import { type ClientRequest, type IncomingMessage, request as insecureRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { ParleyError } from "@parley/contract";
import type { BucketSettings } from "../config/bucket.ts";
import { nothingHash, signedHeaders } from "../lib/aws-signature.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../lib/logger.ts";

/** A storage that says nothing for so long is away. */
const silentMs = 30_000;

export interface BucketDeps {
  readonly bucket: BucketSettings;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface BucketRequest {
  readonly method: "GET" | "HEAD" | "PUT" | "DELETE";
  /** Below the prefix; null for the bucket itself. */
  readonly key: string | null;
  readonly range?: { readonly first: number; readonly last: number };
  readonly body?: { readonly stream: Readable; readonly bytes: number; readonly hash: string };
}

/** Requests to a bucket, signed. Only the endpoint that the settings name is ever asked; no redirect is followed. */
export class Bucket {
  readonly #deps: BucketDeps;

  constructor(deps: BucketDeps) {
    this.#deps = deps;
  }

  /** The answer, if it is one: there is such a thing, or (404) there is none. All else is refused, and noted. */
  async ask(asked: BucketRequest): Promise<IncomingMessage> {
    const answer = await this.#send(asked).catch((error: Error & { code?: string }) => {
      throw this.#away(error.code ?? error.message);
    });
    const { statusCode = 0 } = answer;
    if ((statusCode >= 200 && statusCode < 300) || (statusCode === 404 && asked.key !== null)) return answer;
    const [, code = ""] = /<Code>(\w{1,60})<\/Code>/.exec(await text(answer).catch(() => "")) ?? [];
    if (statusCode === 507) throw new ParleyError("storage_full", "The storage of files is full. Nothing was kept.");
    throw this.#away(`${statusCode} ${code}`.trim());
  }

  #away(reason: string): ParleyError {
    this.#deps.logger.warn("The storage of files cannot be used.", { request: "bucket", reason });
    return new ParleyError("unavailable", "The server cannot reach its storage of files. Try again in a moment.");
  }

  async #send({ method, key, range, body }: BucketRequest): Promise<IncomingMessage> {
    const { bucket, clock } = this.#deps;
    const url = new URL(key === null ? bucket.url : `${bucket.url}${bucket.prefix}${key}`);
    const headers = {
      ...(range && { range: `bytes=${range.first}-${range.last}` }),
      ...(body && { "content-length": String(body.bytes) }),
    };
    const unsigned = { method, url, headers, bodyHash: body?.hash ?? nothingHash, at: clock.now() };
    const request = (url.protocol === "https:" ? secureRequest : insecureRequest)(url, {
      method,
      headers: signedHeaders(bucket.key, unsigned),
      timeout: silentMs,
    });
    request.on("timeout", () => request.destroy(new Error("No answer.")));
    return answerTo(request, body?.stream);
  }
}

function answerTo(request: ClientRequest, body: Readable | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("error", reject);
    request.once("response", resolve);
    // Refused in the middle, it is the answer that says why.
    if (body === undefined) request.end();
    else pipeline(body, request).catch(() => body.destroy());
  });
}
