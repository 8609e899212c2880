import { afterAll, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "../../src/lib/passwords.ts";
import { populate, post } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);

test("a wrong password and an unknown name get the same answer", async () => {
  await populate(server, ["Anna"]);
  const answers = await Promise.all(
    ["Anna", "Nobody", "anna\u200b", "", "x".repeat(64)].map((username) =>
      post(server.url, "session:create", { input: { username, password: "wrong password" } }),
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
