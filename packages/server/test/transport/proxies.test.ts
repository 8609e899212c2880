/** Behind a reverse proxy: who is counted by address, and whom the server believes about it. */
import { rates } from "@parley/contract";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { password, populate, post } from "../person.ts";
import { startServer } from "../start-server.ts";
import { connect, type Witness } from "../witness.ts";

const { trustedProxies } = readConfig({ PARLEY_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8" });
const ours = await startServer({ config: { areLimitersOn: true, trustedProxies } });
const somebodys = await startServer({
  config: { areLimitersOn: true, trustedProxies: readConfig({ PARLEY_TRUSTED_PROXIES: "192.0.2.1" }).trustedProxies },
});
afterAll(async () => {
  await ours.stop();
  await somebodys.stop();
});
for (const server of [ours, somebodys]) server.clock.stop();

/** How many of so many guesses at names that nobody has were let through to be wrong. */
async function guesses(url: string, chainOf: (at: number) => string): Promise<number> {
  const codes = await Promise.all(
    Array.from({ length: 50 }, async (_, at) => {
      const headers = { "x-forwarded-for": chainOf(at) };
      const { reply } = await post(url, "session:create", { input: { username: `nobody${at}`, password }, headers });
      return reply.ok ? "ok" : reply.error.code;
    }),
  );
  expect(codes.filter((code) => code !== "wrong_credentials" && code !== "rate_limited")).toEqual([]);
  return codes.filter((code) => code === "wrong_credentials").length;
}

describe("requests", () => {
  test("of a proxy that is not ours count as one address, whatever it says", async () => {
    expect(await guesses(somebodys.url, (at) => `198.51.100.${at}`)).toBe(rates.secret.burst);
  });

  test("of our proxy count by the address that it saw", async () => {
    expect(await guesses(ours.url, (at) => `198.51.100.${at}`)).toBe(50);
    expect(await guesses(ours.url, () => "198.51.100.200")).toBe(rates.secret.burst);
    expect(await guesses(ours.url, (at) => `2001:db8:1:2::${at}`)).toBe(rates.secret.burst);
  });

  test("cannot choose by whom they count: only the last hop that is not ours does", async () => {
    expect(await guesses(ours.url, (at) => `192.0.2.${at}, 203.0.113.5`)).toBe(rates.secret.burst);
    expect(await guesses(ours.url, (at) => `192.0.2.${at}, 203.0.113.6, 10.0.0.${at}`)).toBe(rates.secret.burst);
  });
});

/** How many of 25 connections without a session are let in. */
async function strangers(url: string, chainOf: (at: number) => string, transport: "websocket" | "polling") {
  const tries = Array.from({ length: 25 }, (_, at) =>
    connect(url, "", { transport, headers: { "x-forwarded-for": chainOf(at) } }).catch((error) => {
      expect(error).toMatchObject({ data: { code: "rate_limited" } });
      return null;
    }),
  );
  const witnesses = (await Promise.all(tries)).filter((witness): witness is Witness => witness !== null);
  return { count: witnesses.length, close: () => witnesses.forEach((witness) => void witness.close()) };
}

describe.each(["websocket", "polling"] as const)("connections by %s", (transport) => {
  test.each([
    ["through a proxy that is not ours", somebodys, (at: number) => `198.51.100.${at}`, 20],
    ["through ours, from many addresses", ours, (at: number) => `198.51.100.${at}`, 25],
    ["through ours, from one that lies", ours, (at: number) => `198.51.100.${at}, 203.0.113.7`, 20],
  ])("%s", async (...[, server, chainOf, expected]) => {
    const { count, close } = await strangers(server.url, chainOf, transport);
    expect(count).toBe(expected);
    close();
    await expect.poll(() => server.app.connectionCount()).toBe(0);
  });
});

test("the requests of a connection count by the address that it came from", async () => {
  const [here, there] = await Promise.all(
    ["203.0.113.20", "203.0.113.21"].map((address) =>
      connect(ours.url, "", { headers: { "x-forwarded-for": address } }),
    ),
  );
  const guess = (witness: Witness | undefined, at: number) =>
    witness?.call("session:create", { username: `nowhere${at}`, password });
  for (let at = 0; at < rates.secret.burst; at += 1) await guess(here, at);
  expect(await guess(here, 50)).toMatchObject({ error: { code: "rate_limited" } });
  expect(await guess(there, 51)).toMatchObject({ error: { code: "wrong_credentials" } });
  here?.close();
  there?.close();
});

test("no proxy is believed about the scheme or the host: those are in PARLEY_URL", async () => {
  const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "evil.example", "x-forwarded-for": "::1" };
  const [person] = await populate(ours, ["Anna"]);
  const input = { username: person.user.name, password, hold: "cookie" };
  const signedIn = await post(ours.url, "session:create", { input, headers: { ...headers, origin: ours.url } });
  expect(signedIn.headers.get("set-cookie")).not.toContain("Secure");
  const foreign = await post(ours.url, "session:create", {
    input,
    headers: { ...headers, origin: "https://evil.example" },
  });
  expect(foreign.status).toBe(403);
});
