import { newId, type RoomId, rates } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, password, populate, post } from "../person.ts";
import { startServer } from "../start-server.ts";
import { connect } from "../witness.ts";

const server = await startServer({ config: { areLimitersOn: true } });
afterAll(server.stop);
let anna: Person;
let ben: Person;
beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
  server.clock.stop();
});

function count(codes: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

const codeOf = async (answer: ReturnType<typeof post>) => {
  const { reply } = await answer;
  return reply.ok ? "ok" : reply.error.code;
};

test("of 200 at once exactly the burst is served; it refills; others are not held up", async () => {
  const make = (person: Person, at: number) =>
    person.codeOf("room:create", { id: newId<RoomId>(Date.now()), kind: "private", name: `Room ${at}` });
  const codes = await Promise.all(Array.from({ length: 200 }, (_, at) => make(anna, at)));
  const { burst, perMinute } = rates.create;
  expect(count(codes)).toEqual({ ok: burst, rate_limited: 200 - burst });
  expect(await make(ben, 1)).toBe("ok");
  const reply = await anna.ask("room:create", {});
  expect(reply).toMatchObject({ error: { code: "rate_limited", retryAfterMs: 60_000 / perMinute } });
  server.clock.forward(60_000 / perMinute);
  expect([await make(anna, 1), await make(anna, 2)]).toEqual(["ok", "rate_limited"]);
});

test("all devices and both ways of one account share its rate", async () => {
  const phone = await (await anna.signIn()).connect();
  const { burst } = rates.write;
  const replies = await Promise.all(
    Array.from({ length: burst + 20 }, (_, at) =>
      at % 2 ? phone.call("settings:change", { theme: "dark" }) : anna.ask("settings:change", { theme: "light" }),
    ),
  );
  expect(count(replies.map((reply) => (reply.ok ? "ok" : reply.error.code)))).toEqual({ ok: burst, rate_limited: 20 });
  phone.close();
});

test("guessing a password is limited by its owner and by the address, whatever headers say", async () => {
  server.clock.forward(600_000);
  const guess = (username: string, at: number) =>
    codeOf(
      post(server.url, "session:create", {
        input: { username, password: `${password}${at}` },
        headers: {
          "x-forwarded-for": `203.0.113.${at}`,
          forwarded: `for=203.0.113.${at}`,
          "x-real-ip": `203.0.113.${at}`,
        },
      }),
    );
  const codes = await Promise.all(Array.from({ length: 50 }, (_, at) => guess(at % 2 ? "Ben" : "Nobody", at)));
  expect(count(codes)).toEqual({ wrong_credentials: rates.secret.burst, rate_limited: 50 - rates.secret.burst });
});

test("connections without a session are few from one address, and make room when they go", async () => {
  const some = await Promise.all(Array.from({ length: 20 }, () => connect(server.url)));
  const refused = connect(server.url, "", { headers: { "x-forwarded-for": "203.0.113.9" } });
  await expect(refused).rejects.toMatchObject({ data: { code: "rate_limited" } });
  const own = await anna.connect();
  own.close();
  some[0]?.close();
  const tryAgain = async () => {
    const witness = await connect(server.url).catch(() => null);
    if (witness !== null) some.push(witness);
    return witness !== null;
  };
  await expect.poll(tryAgain).toBe(true);
  for (const witness of some) witness.close();
});
