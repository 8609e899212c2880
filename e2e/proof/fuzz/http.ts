import { connect } from "node:net";
import { pick } from "../rig/random.ts";
import type { Generator } from "./inputs.ts";
import { hostileValue, print } from "./values.ts";

const paths: readonly string[] = [
  "/api/__proto__/constructor",
  "/api/message",
  "/api/message/send/extra",
  "/api/%00/%ff",
  "/api//",
  "/api/../../etc/passwd",
  "/..%2f..%2fetc%2fpasswd",
  "/%",
  "/.git/config",
  "/.env",
  "/socket.io/?EIO=3&transport=polling",
  "/socket.io/?EIO=3&transport=websocket",
  "/socket.io/?EIO=4&transport=polling",
  "/socket.io/?EIO=4&transport=polling&sid=nonsense",
  "/socket.io/?EIO=4&transport=websocket&sid=nonsense",
  "/socket.io/?EIO=4&transport=webtransport",
  "/socket.io/?transport=__proto__",
  "/socket.io/?EIO[]=4&EIO[]=5",
  `/socket.io/?EIO=4&transport=polling&sid=${"a".repeat(4_000)}`,
  "/socket.io/",
  "/socket.io",
  "/socket.io/socket.io.js",
  "/metrics",
  `/${"a".repeat(9_000)}`,
  "*",
  "http://evil.example/",
];
const methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "BREW"];
const types = [
  "application/json",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/json; charset=utf-7",
  "",
];
const headers: readonly string[] = [
  "Origin: https://evil.example",
  "Origin: null",
  "Cookie: parley=x",
  "Cookie: __Host-parley=x",
  "X-Forwarded-For: 127.0.0.1",
  "X-Forwarded-Host: evil.example",
  "Content-Length: 5",
  "Transfer-Encoding: chunked",
  "Expect: 100-continue",
  "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x",
  `X-Long: ${"a".repeat(10_000)}`,
  "Authorization: Basic AAAA",
  "Authorization: Bearer",
  "Range: bytes=0-,0-,0-",
];

/** One HTTP request, seldom a good one, as bytes. */
export function httpRequest(random: () => number, inputs: Generator, token: string): Buffer {
  const isCall = random() < 0.7;
  const { name, input } = inputs.next();
  const path = isCall ? `/api/${name.replace(":", "/")}` : (paths[pick(random, paths.length)] ?? "/");
  const method = isCall && random() < 0.9 ? "POST" : (methods[pick(random, methods.length)] ?? "GET");
  const type = random() < 0.8 ? types[0] : types[pick(random, types.length)];
  const body = random() < 0.9 ? print(input) : random() < 0.5 ? print(hostileValue(random)) : '{"a":';
  const lines = [`${method} ${path} HTTP/1.1`, "Host: 127.0.0.1", "Connection: close", `Content-Type: ${type}`];
  if (random() < 0.7) lines.push(`Authorization: Bearer ${random() < 0.9 ? token : "a".repeat(300)}`);
  if (random() < 0.2) lines.push(headers[pick(random, headers.length)] ?? "");
  lines.push(`Content-Length: ${Buffer.byteLength(body) + (random() < 0.03 ? 10 : 0)}`);
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

/** Sends bytes on a connection of their own; answers the status, or 0 when the server hung up or kept silent. */
export function exchange(port: number, bytes: Buffer, timeoutMs = 1_000): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    let head = "";
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Number(head.match(/^HTTP\/1\.1 (\d{3})/)?.[1] ?? 0));
    };
    const timer = setTimeout(finish, timeoutMs);
    socket.on("connect", () => socket.write(bytes));
    socket.on("data", (chunk: Buffer) => {
      if (head.length < 20) head += chunk.toString("latin1");
      if (head.startsWith("HTTP/1.1 101")) finish();
    });
    socket.on("error", finish);
    socket.on("close", finish);
  });
}
