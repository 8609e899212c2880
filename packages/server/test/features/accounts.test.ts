import { defaultSettings } from "@parley/contract";
import { afterAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { Person, password, populate, post, register, setUp } from "../person.ts";
import { setupToken, startServer, type TestServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
const [owner] = await populate(server, ["Olga"]);

const attempt = async (on: TestServer, name: string, input: object) => {
  const { reply } = await post(on.url, name, { input });
  return reply.ok ? "ok" : reply.error.code;
};
const create = (input: object) => attempt(server, "account:create", { password, ...input });

describe("setting up", () => {
  test("happens once, with the right token, however many try at once", async () => {
    const other = await startServer();
    const set = (input: object) =>
      attempt(other, "server:setup", { token: setupToken, password, registration: "open", ...input });
    expect(await attempt(other, "account:create", { username: "Early", password })).toBe("registration_closed");
    expect(await other.app.isSetUp()).toBe(false);
    expect(await set({ username: "Olga", token: "x" })).toBe("link_invalid");
    expect(await set({ username: "admin" })).toBe("invalid");
    const codes = await Promise.all(Array.from({ length: 6 }, (_, at) => set({ username: `Owner ${"abcdef"[at]}` })));
    expect(codes.sort()).toEqual(["conflict", "conflict", "conflict", "conflict", "conflict", "ok"]);
    expect(await other.app.isSetUp()).toBe(true);
    const data = await openData(other);
    expect(await data.sql("select count(*) as n from users")).toMatchObject([{ n: expect.toSatisfy((n) => +n === 1) }]);
    await data.close();
    await other.stop();
  });

  test("names the server and chooses who may come, unless the configuration does", async () => {
    const other = await startServer({ config: { registration: null } });
    const input = { token: setupToken, username: "Olga", password, serverName: "Our place", registration: "closed" };
    await post(other.url, "server:setup", { input });
    const { reply } = await post(other.url, "server:describe");
    expect(reply).toMatchObject({ data: { name: "Our place", isSetUp: true, registration: "closed" } });
    expect(await attempt(other, "account:create", { username: "Ben", password })).toBe("registration_closed");
    await other.stop();
  });

  test("by invitation, nobody comes without one", async () => {
    const other = await startServer({ config: { registration: "invite" } });
    await setUp(other);
    expect(await attempt(other, "account:create", { username: "Ben", password })).toBe("registration_closed");
    expect(await attempt(other, "account:create", { username: "Ben", password, invitation: "x" })).toBe("link_invalid");
    await other.stop();
  });
});

describe("names", () => {
  test("are one of a kind, look-alikes included", async () => {
    expect(await create({ username: "Anna Lee" })).toBe("ok");
    for (const username of ["anna lee", "ANNA_LEE", "Аnna Lee", "Anná Lee", "anna-lee", "Anna Iee"])
      expect(await create({ username })).toBe("name_taken");
  });

  test.each(["admin", "Adm1n", "аdmin", "ADMIN", "everyone", "pаrley", "s.y.s.t.e.m", "here"])(
    "%s is reserved",
    async (username) => {
      expect(await create({ username })).toBe("invalid");
    },
  );

  test.each([
    "",
    " ",
    "a\u202eb",
    "a\u200db",
    "a\nb",
    "a\0b",
    "\ud800",
    "<b>",
    "a@b",
    "x".repeat(65),
    "a".repeat(41),
    "…",
    "\u{1f3f4}\u{e0067}",
  ])("%j is refused", async (username) => {
    expect(await create({ username })).toBe("invalid");
  });

  test("are kept as their owners write them", async () => {
    const { user } = await register(server, "  Zoë  ".trim());
    expect(user).toMatchObject({ name: "Zoë", handle: "zoë", role: "person" });
  });

  test("of several at once one gets the name", async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, () => create({ username: "Twin" })));
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "name_taken")).toHaveLength(7);
  });
});

describe("passwords", () => {
  test.each(["short", "x".repeat(257), "x".repeat(5_000)])("%.12s… is refused", async (wrong) => {
    expect(await create({ username: "Pat", password: wrong })).toBe("invalid");
  });

  test("only the right one signs in; any name that folds alike will do", async () => {
    await register(server, "Paul Key");
    const signIn = (username: string, given: string) =>
      attempt(server, "session:create", { username, password: given });
    expect(await signIn("Paul Key", password)).toBe("ok");
    expect(await signIn("PAUL_KEY", password)).toBe("ok");
    for (const [username, given] of [
      ["Paul Key", `${password} `],
      ["Paul Key", ""],
      ["Nobody", password],
      ["", password],
    ] as const)
      expect(await signIn(username, given)).toBe("wrong_credentials");
  });

  test("neither they nor tokens are in the database", async () => {
    const pia = await register(server, "Pia");
    const data = await openData(server);
    const all = await data.digest();
    await data.close();
    expect(all).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
    expect(all).not.toContain(password);
    expect(all).not.toContain(pia.token);
    expect(all).not.toContain(setupToken);
  });
});

describe("sessions", () => {
  test("each sign-in is one of its own, with a name, the current one marked", async () => {
    const phone = await owner.signIn("Phone");
    const { sessions } = await phone.do("session:list", {});
    expect(sessions.filter((session) => session.isCurrent)).toMatchObject([{ id: phone.sessionId, device: "Phone" }]);
    expect(sessions.map((session) => session.id)).toContain(owner.sessionId);
  });

  test("ending one, the others, and oneself", async () => {
    const nora = await register(server, "Nora");
    const [phone, tablet, other] = [await nora.signIn(), await nora.signIn(), await register(server, "Otto")];
    expect(await other.codeOf("session:delete", { which: phone.sessionId })).toBe("not_found");
    expect(await nora.do("session:delete", { which: phone.sessionId })).toEqual({ ended: 1 });
    expect(await phone.codeOf("sync:open", {})).toBe("unauthenticated");
    expect(await nora.do("session:delete", { which: "others" })).toEqual({ ended: 1 });
    expect(await nora.do("session:delete", { which: "others" })).toEqual({ ended: 0 });
    expect(await tablet.codeOf("sync:open", {})).toBe("unauthenticated");
    expect(await other.codeOf("sync:open", {})).toBe("ok");
    expect(await nora.do("session:delete", {})).toEqual({ ended: 1 });
    expect(await nora.codeOf("session:delete", {})).toBe("unauthenticated");
  });

  test("survive a restart; the notes of their last use are made seldom", async () => {
    const kept = await startServer();
    const person = await setUp(kept);
    await kept.halt();
    const again = await kept.again();
    const same = new Person(again, { user: person.user, sessionId: person.sessionId, token: person.token });
    const usedAt = async () => (await same.do("session:list", {})).sessions[0]?.usedAt;
    const before = await usedAt();
    again.clock.forward(6 * 60_000);
    await usedAt();
    await expect.poll(usedAt).toBeGreaterThan(before ?? Number.POSITIVE_INFINITY);
    await again.halt();
    await kept.stop();
  });
});

describe("settings", () => {
  test("change one by one, on all devices, also at once", async () => {
    const lea = await register(server, "Lea");
    const witness = await lea.connect();
    await Promise.all([
      lea.do("settings:change", { theme: "dark" }),
      lea.do("settings:change", { language: "de" }),
      lea.do("settings:change", { sendKey: "mod-enter" }),
    ]);
    const whole = { ...defaultSettings, theme: "dark", sendKey: "mod-enter", language: "de" };
    expect((await lea.do("sync:open", {})).settings).toEqual(whole);
    await witness.when(() => witness.named("settings:changed").length === 3, "three changes");
    expect(witness.named("settings:changed").at(-1)?.payload.settings).toEqual(whole);
    witness.close();
  });

  test.each([
    '{"__proto__":{"theme":"dark"}}',
    '{"constructor":1}',
    '{"theme":"pink"}',
    '{"isAdmin":true}',
    "[]",
    '"x"',
    "5",
  ])("%s is refused", async (body) => {
    const response = await fetch(`${server.url}/api/settings/change`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${owner.token}` },
      body,
    });
    expect(await response.json()).toMatchObject({ ok: false, error: { code: "invalid" } });
  });
});
