/** As much of an S3 as this server uses, strict about signatures and sums, that can be away, refuse, or break off. */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { BucketSettings } from "../src/config/bucket.ts";
import { nothingHash, signedHeaders } from "../src/lib/aws-signature.ts";

const key = { id: "PARLEYTEST", secret: "a+secret/of-tests", region: "eu-north-1" };
const bucket = "/things/";

export interface BucketServer {
  readonly settings: BucketSettings;
  readonly objects: Map<string, Buffer>;
  /** What the next requests get: an answer with this status, or none. */
  trouble: number | "away" | null;
  /** Of the requests that it answered. */
  readonly asked: string[];
  stop(): Promise<void>;
}

export async function startBucketServer(): Promise<BucketServer> {
  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${bucket}`;
  const state: BucketServer = {
    settings: { url, prefix: "chat/", key },
    objects: new Map(),
    trouble: null,
    asked: [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return state;
}

async function answer(state: BucketServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "", url = "" } = request;
  if (state.trouble === "away") return void request.socket.destroy();
  const body = await buffer(request);
  const refusal = state.trouble === null ? refusalOf(state, request, body) : ([state.trouble, "Trouble"] as const);
  if (refusal !== null) {
    response.writeHead(refusal[0], { "content-type": "application/xml" });
    return void response.end(`<?xml version="1.0"?><Error><Code>${refusal[1]}</Code></Error>`);
  }
  state.asked.push(`${method} ${url.slice(bucket.length)}`);
  if (method === "PUT") state.objects.set(url, body);
  if (method === "PUT" || method === "DELETE") {
    if (method === "DELETE") state.objects.delete(url);
    return void response.writeHead(method === "PUT" ? 200 : 204).end();
  }
  const object = url === bucket ? Buffer.alloc(0) : state.objects.get(url);
  if (object === undefined) return void response.writeHead(404).end();
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  const part = first === undefined ? object : object.subarray(Number(first), Number(last) + 1);
  response.writeHead(first === undefined ? 200 : 206, { "content-length": part.length });
  response.end(method === "HEAD" ? undefined : part);
}

function refusalOf(
  { settings }: BucketServer,
  request: IncomingMessage,
  body: Buffer,
): readonly [number, string] | null {
  const { authorization = "", host, ...headers } = request.headers as Record<string, string>;
  const [, names = ""] = /SignedHeaders=([^,]+)/.exec(authorization) ?? [];
  const sum = createHash("sha256").update(body).digest("hex");
  const time = headers["x-amz-date"] ?? "";
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  const signed = Object.fromEntries(
    names.split(";").flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
  const url = new URL(request.url ?? "", settings.url);
  const expected = signedHeaders(settings.key, {
    method: request.method ?? "",
    url,
    headers: signed,
    bodyHash: sum,
    at,
  });
  if (host !== url.host || expected.authorization !== authorization) return [403, "SignatureDoesNotMatch"];
  if (Math.abs(Date.now() - at) > 15 * 60_000) return [403, "RequestTimeTooSkewed"];
  return body.length === 0 && sum !== nothingHash ? [400, "BadDigest"] : null;
}
