/** Sign-in with the account of another house, against a provider that is real but small. */
import { newId, type RoomId } from "@parley/contract";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Browser } from "../browser.ts";
import { openData } from "../database.ts";
import { clientId, clientSecret, type ProvidedPerson, TestProvider } from "../identity-provider.ts";
import { Person, password, populate, post } from "../person.ts";
import { startServer } from "../start-server.ts";

const provider = await new TestProvider().start();
const oidc = { issuer: provider.issuer, clientId, clientSecret, name: "House of Ada" };
const server = await startServer({ config: { oidc } });
const inviting = await startServer({ config: { oidc, registration: "invite" } });
const closed = await startServer({ config: { oidc, registration: "closed" } });
let owner: Person;
let host: Person;
beforeAll(async () => {
  [owner] = await populate(server, ["Olga"]);
  [host] = await populate(inviting, ["Host"]);
  await populate(closed, ["Closer"]);
});
afterEach(() => {
  provider.lie = {};
  provider.isDown = false;
});
afterAll(async () => {
  await Promise.all([server, inviting, closed].map((one) => one.stop()));
  await provider.stop();
});

const numbers = Array(10_000).keys();
const somebody = (more: Partial<ProvidedPerson> = {}) => {
  provider.person = { sub: `subject-${numbers.next().value}`, ...more };
};
const signIn = async (start = "", on = server) => {
  const browser = new Browser(on);
  return { browser, to: await browser.signIn(provider, start) };
};

describe("signing in", () => {
  test("makes an account at the first time, and is that account ever after", async () => {
    somebody({ preferred_username: "ada@example.org", name: "Ada Lovelace" });
    const { browser, to } = await signIn("?device=Firefox&to=/room/7%3Fx%3D1");
    expect(to).toBe("/room/7?x=1");
    const first = await browser.snapshot();
    expect(first.me).toMatchObject({ name: "ada", role: "person" });
    expect(first.rooms.map(({ room }) => room.isLobby)).toEqual([true]);
    expect(first.server.oidc).toBe("House of Ada");
    const me = new Person(server, { user: first.me, token: browser.session, sessionId: first.sessionId });
    expect((await me.do("session:list", {})).sessions).toMatchObject([{ device: "Firefox" }]);
    provider.algorithm = "ES256";
    const again = (await signIn()).browser;
    provider.algorithm = "RS256";
    expect((await again.snapshot()).me.id).toBe(first.me.id);
    expect(again.session).not.toBe(browser.session);
  });

  test("goes out with everything that guards the way back, and asks only for what it needs", async () => {
    const browser = new Browser(server);
    const { status, location, headers } = await browser.get("/auth/oidc/start");
    expect(status).toBe(302);
    const asked = Object.fromEntries(new URL(location).searchParams);
    expect(asked).toMatchObject({
      scope: "openid profile",
      response_type: "code",
      redirect_uri: `${server.url}/auth/oidc/callback`,
      code_challenge_method: "S256",
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.getSetCookie()[0]).toMatch(
      /^parley_\d+_oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const [ticket = ""] = browser.cookies.values();
    expect(location).not.toContain(ticket);
    const data = await openData(server);
    const rows = JSON.stringify(await data.sql("select * from challenges"));
    await data.close();
    for (const secret of [ticket, asked.state, asked.nonce, asked.code_challenge]) expect(rows).not.toContain(secret);
  });

  test("is refused to whom a moderator of the server has suspended", async () => {
    somebody({ name: "Suspended" });
    const { me } = await (await signIn()).browser.snapshot();
    await owner.do("user:suspend", { userId: me.id, forMs: null, reason: "No." });
    expect((await signIn()).to).toBe("/sign-in?refused=suspended");
  });

  test("stands in for the password that such an account has not, for ten minutes", async () => {
    somebody({ name: "Nopass" });
    const { browser } = await signIn();
    const { me, sessionId } = await browser.snapshot();
    const person = new Person(server, { user: me, token: browser.session, sessionId });
    const input = { username: "Nopass", password };
    expect((await post(server.url, "session:create", { input })).reply).toMatchObject({ ok: false });
    expect(await person.codeOf("account:change-password", { current: "", next: password })).toBe("ok");
    const signedIn = await person.signIn();
    expect(await signedIn.codeOf("account:delete", { password: "", messages: "remove" })).toBe("wrong_credentials");
    somebody({ name: "Later" });
    const later = (await signIn()).browser;
    const their = await later.snapshot();
    const late = new Person(server, { user: their.me, token: later.session, sessionId: their.sessionId });
    // A session that began otherwise is no proof.
    const { code } = await late.do("session:offer", {});
    const { reply } = await post(server.url, "session:claim", { input: { code } });
    const { token } = (reply as { data: { token: string } }).data;
    const claimed = new Person(server, { user: their.me, token, sessionId: their.sessionId });
    expect(await claimed.codeOf("account:delete", { password: "", messages: "remove" })).toBe("wrong_credentials");
    expect(await late.codeOf("account:delete", { password: "", messages: "remove" })).toBe("ok");
    await late.do("account:keep", {});
    server.clock.forward(10 * 60_000);
    expect(await late.codeOf("account:delete", { password: "", messages: "remove" })).toBe("wrong_credentials");
  });
});

describe("what comes back wrong is nobody", () => {
  const refused = "/sign-in?refused=wrong_credentials";
  const comeBack = async (change: (back: URL, browser: Browser) => void) => {
    somebody({ name: "Liar" });
    const browser = new Browser(server);
    const { location } = await browser.get("/auth/oidc/start");
    const back = provider.authorize(location);
    change(back, browser);
    const { location: to } = await browser.get(back.href);
    expect(browser.session).toBe("");
    return to;
  };

  test.each<[string, (back: URL, browser: Browser) => void]>([
    ["another state", (back) => back.searchParams.set("state", "x".repeat(43))],
    ["no state", (back) => back.searchParams.delete("state")],
    ["a code that is none", (back) => back.searchParams.set("code", "guessed")],
    ["no code", (back) => back.searchParams.delete("code")],
    ["an error", (back) => back.searchParams.set("error", "access_denied")],
    [
      "nothing",
      (back) => {
        back.search = "";
      },
    ],
    ["another browser", (_, browser) => browser.cookies.clear()],
    ["a guessed ticket", (_, browser) => browser.cookies.set([...browser.cookies.keys()][0] ?? "", "A".repeat(43))],
  ])("%s", async (_, change) => expect(await comeBack(change)).toBe(refused));

  test.each<[string, TestProvider["lie"]]>([
    ["another nonce", { claims: (claims) => ({ ...claims, nonce: "another" }) }],
    ["no nonce", { claims: ({ nonce: _, ...claims }) => claims }],
    ["another audience", { claims: (claims) => ({ ...claims, aud: "somebody" }) }],
    ["another issuer", { claims: (claims) => ({ ...claims, iss: "https://evil.example" }) }],
    ["a token that is over", { claims: (claims) => ({ ...claims, exp: Number(claims.exp) - 3_600 }) }],
    ["a signature that does not fit", { token: (token) => `${token.slice(0, -8)}AAAAAAAA` }],
    [
      "no signature",
      { token: (token) => `${Buffer.from('{"alg":"none"}').toString("base64url")}.${token.split(".")[1]}.` },
    ],
  ])("%s", async (_, lie) => {
    provider.lie = lie;
    expect(await comeBack(() => undefined)).toBe(refused);
  });

  test("a code and a ticket count once, also when they come many times at once", async () => {
    somebody({ name: "Once" });
    const browser = new Browser(server);
    const back = provider.authorize((await browser.get("/auth/oidc/start")).location);
    const ways = await Promise.all(
      Array.from({ length: 5 }, () => {
        const one = new Browser(server);
        for (const [name, value] of browser.cookies) one.cookies.set(name, value);
        return one.get(back.href);
      }),
    );
    expect(ways.map(({ location }) => location).sort()).toEqual(["/", refused, refused, refused, refused]);
    expect((await browser.get(back.href)).location).toBe(refused);
    const late = new Browser(server);
    const slow = provider.authorize((await late.get("/auth/oidc/start")).location);
    server.clock.forward(10 * 60_000);
    expect((await late.get(slow.href)).location).toBe(refused);
  });

  test.each([
    "//evil.example",
    "https://evil.example/x",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "x",
  ])("it leads to no other place: %j", async (to) => {
    somebody();
    expect((await signIn(`?to=${encodeURIComponent(to)}`)).to).toBe("/");
  });

  test("a provider that does not answer is said to be away, and asked again later", async () => {
    const fresh = await startServer({ config: { oidc } });
    await populate(fresh, ["Olga"]);
    provider.isDown = true;
    expect((await new Browser(fresh).get("/auth/oidc/start")).location).toBe("/sign-in?refused=unavailable");
    provider.isDown = false;
    somebody();
    expect(await signIn("", fresh)).toMatchObject({ to: "/" });
    await fresh.stop();
  });
});

describe("who may make an account", () => {
  const nameOf = async (more: Partial<ProvidedPerson>) => {
    somebody(more);
    return (await (await signIn()).browser.snapshot()).me.name;
  };

  test("their name is made to fit, and free", async () => {
    expect(await nameOf({ preferred_username: "grace" })).toBe("grace");
    expect(await nameOf({ preferred_username: "grace" })).toBe("grace-2");
    expect(await nameOf({ preferred_username: "grace", name: "Grace Hopper" })).toBe("Grace Hopper");
  });

  test("where invitations are asked for, who brings one, once", async () => {
    somebody({ name: "Guest" });
    expect(await signIn("", inviting)).toMatchObject({ to: "/sign-in?refused=registration_closed" });
    expect(await signIn("?invitation=guessed", inviting)).toMatchObject({ to: "/sign-in?refused=link_invalid" });
    const id = newId<RoomId>(Date.now());
    await host.do("room:create", { id, kind: "private", name: "Salon" });
    const { code } = await host.do("invitation:create", { roomId: id, maxUses: 1 });
    const { browser } = await signIn(`?invitation=${code}`, inviting);
    const { me, rooms } = await browser.snapshot();
    expect(rooms.map(({ room }) => room.id)).toContain(id);
    expect(await host.do("profile:show", { userId: me.id })).toMatchObject({ invitedBy: host.id });
    // Who is known needs none, and uses none up.
    expect((await (await signIn("", inviting)).browser.snapshot()).me.id).toBe(me.id);
    somebody({ name: "Another" });
    expect(await signIn(`?invitation=${code}`, inviting)).toMatchObject({ to: "/sign-in?refused=link_invalid" });
  });

  test("where nobody may, nobody", async () => {
    somebody({ name: "Nobody" });
    expect(await signIn("", closed)).toMatchObject({ to: "/sign-in?refused=registration_closed" });
  });
});

test("without a provider nothing is offered, and nobody asked", async () => {
  const plain = await startServer();
  await populate(plain, ["Olga"]);
  const asked = provider.asked.length;
  expect((await new Browser(plain).get("/auth/oidc/start")).location).toBe("/sign-in?refused=conflict");
  expect((await new Browser(plain).get("/auth/oidc/callback?code=x")).location).toBe("/sign-in?refused=conflict");
  const { reply } = await post(plain.url, "server:describe");
  expect(reply).toMatchObject({ data: { oidc: null } });
  expect(provider.asked).toHaveLength(asked);
  await plain.stop();
});
