import { limits } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate, post } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
beforeAll(async () => {
  [anna] = await populate(server, ["Anna"]);
});

const send = (path: string, init: RequestInit) =>
  fetch(`${server.url}${path}`, { ...init, headers: { authorization: `Bearer ${anna.token}`, ...init.headers } });

describe("a change is made by JSON in a POST, and by nothing else", () => {
  test.each([
    [
      "a form",
      { method: "POST", body: "theme=dark", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
    ],
    [
      "a form with files",
      { method: "POST", body: "x", headers: { "content-type": "multipart/form-data; boundary=x" } },
      415,
    ],
    [
      "JSON as plain text",
      { method: "POST", body: '{"theme":"dark"}', headers: { "content-type": "text/plain" } },
      400,
    ],
    ["JSON without a type", { method: "POST", body: new Blob(['{"theme":"dark"}']) }, 415],
    ["broken JSON", { method: "POST", body: '{"theme":', headers: { "content-type": "application/json" } }, 400],
    ["GET", { method: "GET" }, 404],
    ["PUT", { method: "PUT", body: '{"theme":"dark"}', headers: { "content-type": "application/json" } }, 404],
    [
      "too much",
      { method: "POST", body: `"${"x".repeat(limits.packetBytes)}"`, headers: { "content-type": "application/json" } },
      413,
    ],
    [
      "what is nested too deeply",
      {
        method: "POST",
        body: `{"theme":${"[".repeat(20)}${"]".repeat(20)}}`,
        headers: { "content-type": "application/json" },
      },
      400,
    ],
  ] as const)("%s", async (_, init, status) => {
    const data = await openData(server);
    const before = await data.digest();
    const response = await send("/api/settings/change", init as RequestInit);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      ok: false,
      error: { code: expect.any(String), message: expect.any(String) },
    });
    expect(await data.digest()).toBe(before);
    await data.close();
  });
});

test("the status follows the code, and nothing is kept by caches", async () => {
  const cases = [
    ["session:list", "", 401],
    ["message:send", anna.token, 400],
    ["no:such", anna.token, 404],
    ["sync:open", anna.token, 200],
  ] as const;
  for (const [name, token, status] of cases) {
    const answer = await post(server.url, name, { token });
    expect([name, answer.status]).toEqual([name, status]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
});

test("every answer carries the headers that browsers heed", async () => {
  for (const path of ["/live", "/api/session/list", "/api/openapi.json", "/nowhere.txt"]) {
    const { headers } = await send(path, {});
    const policy = headers.get("content-security-policy") ?? "";
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toContain("upgrade-insecure-requests");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("strict-transport-security")).toBeNull();
  }
});

test("health", async () => {
  expect((await send("/live", {})).status).toBe(200);
  expect((await send("/ready", {})).status).toBe(200);
});

test.each([
  "/metrics",
  "/.env",
  "/.git/config",
  "/package.json",
  "/..%2f..%2fpackage.json",
  "/%2e%2e/%2e%2e/package.json",
  "/assets/../../package.json",
  "/parley.db",
  "/socket.io/socket.io.js",
])("%s is not served", async (path) => {
  const response = await fetch(`${server.url}${path}`);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await response.text()).not.toContain("parley-server");
});

test("the OpenAPI document has every request that has an answer", async () => {
  const document = (await (await send("/api/openapi.json", {})).json()) as { openapi: string; paths: object };
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(["/api/message/send", "/api/server/setup"]));
  expect(Object.keys(document.paths)).not.toContain("/api/typing/start");
});
