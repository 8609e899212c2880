import { generateSync } from "otplib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "../../src/lib/passwords.ts";
import { password, populate, post } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);

beforeAll(async () => {
  const [, ben] = await populate(server, ["Anna", "Ben"]);
  const { secret } = await ben.do("factor:begin-totp", { password });
  await ben.do("factor:confirm-totp", { code: generateSync({ secret, epoch: Math.floor(server.clock.now() / 1000) }) });
});

/** Beside the password; none of it is looked at before that is right. */
const beside = [{}, { code: "123456" }, { passkey: { challengeId: "x", response: { id: "x" } } }];

test("a wrong password and an unknown name get the same answer", async () => {
  const answers = await Promise.all(
    ["Anna", "Ben", "Nobody", "anna\u200b", "", "x".repeat(64)].flatMap((username) =>
      beside.map((more) =>
        post(server.url, "session:create", { input: { username, password: "wrong password", ...more } }),
      ),
    ),
  );
  for (const { status, reply } of answers)
    expect({ status, reply }).toEqual({
      status: 401,
      reply: { ok: false, error: { code: "wrong_credentials", message: "Wrong user name or password." } },
    });
});

test("in the same time: without an account a password is verified all the same", async () => {
  const stored = await hashPassword("a password");
  const quickest = async (of: string | undefined) => {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 7; round += 1) {
      const from = performance.now();
      expect(await verifyPassword(of, "another password")).toBe(false);
      least = Math.min(least, performance.now() - from);
    }
    return least;
  };
  const [known, unknown] = [await quickest(stored), await quickest(undefined)];
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
  expect(await verifyPassword(stored, "a password")).toBe(true);
});

test("and so it is over the wire, whatever the account asks for", async () => {
  const quickest = new Map(["Anna", "Ben", "Nobody"].map((username) => [username, Number.POSITIVE_INFINITY]));
  const spread = () => Math.max(...quickest.values()) / Math.min(...quickest.values());
  // What else the machine does makes some answers slower, never one quicker: the quickest come near each other in the end.
  for (let round = 0; round < 60 && !(spread() < 2); round += 1)
    for (const [username, least] of quickest) {
      const from = performance.now();
      const input = { username, password: "wrong password", code: "123456" };
      const { reply } = await post(server.url, "session:create", { input });
      expect(reply).toMatchObject({ error: { code: "wrong_credentials" } });
      quickest.set(username, Math.min(least, performance.now() - from));
    }
  expect(spread()).toBeLessThan(2);
});

test("a second factor is spoken of only to those who know the password", async () => {
  const { reply } = await post(server.url, "session:create", { input: { username: "Ben", password } });
  expect(reply).toMatchObject({ error: { code: "second_factor" } });
});
