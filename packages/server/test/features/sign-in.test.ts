/** Changing the password, bringing in one more device, and who may not come in at all. */
import type { Reply, SessionBegun } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { Person, password, populate, post, register } from "../person.ts";
import { SoftwareAuthenticator } from "../software-authenticator.ts";
import { startServer } from "../start-server.ts";

const site = "https://chat.example.org";
const server = await startServer({ config: { url: site } });
afterAll(server.stop);
const next = "another fine password";

beforeAll(async () => {
  await populate(server, ["Olga"]);
});

const ask = async (name: string, input: object) => (await post(server.url, name, { input })).reply;
const codeOf = (reply: Reply) => (reply.ok ? "ok" : reply.error.code);
const signIn = (username: string, given: string) => ask("session:create", { username, password: given });
const personOf = (reply: Reply) => new Person(server, (reply as { data: SessionBegun }).data);

describe("changing the password", () => {
  test("ends every other session within a second, on live connections too, and what they offered", async () => {
    const anna = await register(server, "Anna");
    const [phone, tablet] = [await anna.signIn("Phone"), await anna.signIn("Tablet")];
    const [onPhone, onTablet, own] = [await phone.connect(), await tablet.connect(), await anna.connect()];
    const offers = [await phone.do("session:offer", {}), await anna.do("session:offer", {})];
    const from = performance.now();
    expect(await anna.do("account:change-password", { current: password, next })).toEqual({ ended: 2 });
    await Promise.all([onPhone.untilClosed(), onTablet.untilClosed()]);
    expect(performance.now() - from).toBeLessThan(1_000);
    await own.until("session:changed");
    own.close();
    expect(await phone.codeOf("session:list", {})).toBe("unauthenticated");
    expect(await anna.codeOf("session:list", {})).toBe("ok");
    for (const { code } of offers) expect(codeOf(await ask("session:claim", { code }))).toBe("link_invalid");
    expect(codeOf(await signIn("Anna", password))).toBe("wrong_credentials");
    expect(codeOf(await signIn("Anna", next))).toBe("ok");
  });

  test("needs the current one, and a new one worth the name", async () => {
    const ben = await register(server, "Ben");
    const wrong = await ben.ask("account:change-password", { current: "wrong", next });
    expect(wrong).toMatchObject({ error: { code: "wrong_credentials", field: "current" } });
    expect(await ben.codeOf("account:change-password", { current: password, next: "short" })).toBe("invalid");
    expect(codeOf(await signIn("Ben", password))).toBe("ok");
  });

  test("leaves no session behind that was begun with the old one at the same time", async () => {
    const cleo = await register(server, "Cleo");
    const signingIn = Array.from({ length: 12 }, () => signIn("Cleo", password));
    const changing = Promise.all([
      cleo.codeOf("account:change-password", { current: password, next }),
      cleo.codeOf("account:change-password", { current: password, next: `${next}!` }),
    ]);
    expect((await changing).sort()).toEqual(["conflict", "ok"]);
    for (const reply of await Promise.all(signingIn))
      if (reply.ok) expect(await personOf(reply).codeOf("session:list", {})).toBe("unauthenticated");
    expect((await cleo.do("session:list", {})).sessions).toHaveLength(1);
  });
});

describe("an offer", () => {
  test("signs one more device in as its owner, once, of fifty at once", async () => {
    const dora = await register(server, "Dora");
    const { code, expiresAt } = await dora.do("session:offer", {});
    expect(code).toMatch(/^[\w-]{32}$/);
    expect(expiresAt - server.clock.now()).toBeLessThanOrEqual(120_000);
    const claims = await Promise.all(
      Array.from({ length: 50 }, () => ask("session:claim", { code, device: "One more" })),
    );
    const [begun, ...more] = claims.filter((reply) => reply.ok);
    expect(more).toEqual([]);
    const { sessions } = await personOf(begun as Reply).do("session:list", {});
    expect(sessions).toMatchObject([{ device: "One more", isCurrent: true }, { isCurrent: false }]);
    expect(codeOf(await ask("session:claim", { code }))).toBe("link_invalid");
  });

  test("holds for two minutes, and no longer than the session that made it", async () => {
    const emil = await register(server, "Emil");
    const { code: late } = await emil.do("session:offer", {});
    server.clock.forward(120_001);
    expect(codeOf(await ask("session:claim", { code: late }))).toBe("link_invalid");
    const stolen = await emil.signIn();
    const { code } = await stolen.do("session:offer", {});
    await emil.do("session:delete", { which: stolen.sessionId });
    expect(codeOf(await ask("session:claim", { code }))).toBe("link_invalid");
  });

  test("goes into the cookie where the page asks for that, and is not in the database", async () => {
    const fee = await register(server, "Fee");
    const { code } = await fee.do("session:offer", {});
    const data = await openData(server);
    expect(JSON.stringify(await data.sql("select * from challenges"))).not.toContain(code);
    await data.close();
    const input = { code, hold: "cookie" };
    const { reply, headers } = await post(server.url, "session:claim", { input, headers: { origin: site } });
    expect(codeOf(reply)).toBe("ok");
    expect(JSON.stringify(reply)).not.toContain("token");
    expect(headers.get("set-cookie")).toMatch(/^__Host-parley=[\w-]{43}; /);
  });
});

test("a suspended account begins no session, by whichever way; that it is suspended is told to its owner only", async () => {
  const gus = await register(server, "Gus");
  const key = new SoftwareAuthenticator(site);
  const { challengeId, options } = await gus.do("passkey:begin", { password });
  await gus.do("passkey:add", { challengeId, name: "", response: key.create(options) });
  const { code } = await gus.do("session:offer", {});
  const data = await openData(server);
  const suspend = (until: string) => data.sql(`update users set suspended_until = ${until} where handle = 'gus'`);
  const byPasskey = async () => {
    const begun = await ask("session:begin-passkey", {});
    const asked = (begun as { data: { challengeId: string; options: Record<string, unknown> } }).data;
    const response = key.get(asked.options);
    return ask("session:create-by-passkey", { challengeId: asked.challengeId, response });
  };

  await suspend(String(Date.UTC(2099, 4, 3, 12)));
  for (const reply of [await signIn("Gus", password), await byPasskey(), await ask("session:claim", { code })])
    expect(reply).toMatchObject({ error: { code: "suspended", message: expect.stringContaining("3 May 2099") } });
  expect(await signIn("Gus", "wrong")).toEqual(await signIn("Nobody", "wrong"));
  await suspend("0");
  expect(codeOf(await signIn("Gus", password))).toBe("suspended");
  await suspend(String(server.clock.now() - 1));
  expect([codeOf(await signIn("Gus", password)), codeOf(await byPasskey())]).toEqual(["ok", "ok"]);
  await data.close();
});
