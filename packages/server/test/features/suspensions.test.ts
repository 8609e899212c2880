import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { lobbyOf, type Person, password, populate, post } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

const server = await startServer();
afterAll(server.stop);
let sue: Person;
let ada: Person;
let abe: Person;
let eve: Person;
let mel: Person;
const hourMs = 3_600_000;

beforeAll(async () => {
  [sue, ada, abe, eve, mel] = await populate(server, ["Sue", "Ada", "Abe", "Eve", "Mel"]);
  for (const { id: userId } of [ada, abe]) await sue.do("user:change-role", { userId, role: "admin" });
});

const signIn = async (person: Person) => {
  const input = { username: person.user.name, password };
  const { reply } = await post(server.url, "session:create", { input });
  return reply.ok ? "ok" : `${reply.error.code}: ${reply.error.message}`;
};

describe("a suspension", () => {
  test("ends every session within a second, and lets nobody sign in until its time is over", async () => {
    const other = await eve.signIn();
    const witnesses = [await eve.connect(), await other.connect()];
    const from = Date.now();
    await ada.do("user:suspend", { userId: eve.id, reason: "Spam", forMs: hourMs });
    for (const witness of witnesses) await witness.untilClosed();
    expect(Date.now() - from).toBeLessThan(1_000);
    expect(await eve.codeOf("sync:open", {})).toBe("unauthenticated");
    await expect(eve.connect()).rejects.toMatchObject({ data: { code: "unauthenticated" } });
    expect(await signIn(eve)).toMatch(/^suspended: This account is suspended until .* UTC\.$/);
    server.clock.forward(hourMs + 1_000);
    expect(await signIn(eve)).toBe("ok");
  });

  test("is told only to those who know the password", async () => {
    await ada.do("user:suspend", { userId: eve.id, forMs: null });
    const input = { username: "Eve", password: "a wrong password" };
    const { reply } = await post(server.url, "session:create", { input });
    expect(reply).toMatchObject({ error: { code: "wrong_credentials" } });
    expect(await signIn(eve)).toMatch(/^suspended: This account is suspended\./);
    await ada.do("user:restore", { userId: eve.id });
    expect(await ada.codeOf("user:restore", { userId: eve.id })).toBe("conflict");
    eve = await eve.signIn();
  });

  test("takes back every link that they made: nobody comes again by their own invitation", async () => {
    const roomId = await eve.createRoom("Back door");
    const { code } = await eve.do("invitation:create", { roomId });
    await ada.do("user:suspend", { userId: eve.id, forMs: null });
    const input = { username: "Eve Anew", password, invitation: code };
    expect((await post(server.url, "account:create", { input })).reply).toMatchObject({
      error: { code: "link_invalid" },
    });
    await ada.do("user:restore", { userId: eve.id });
    eve = await eve.signIn();
  });

  test("is told to administrators alone, on the card, and as long as it holds", async () => {
    const card = (viewer: Person) => viewer.do("profile:show", { userId: eve.id });
    await ada.do("user:suspend", { userId: eve.id, forMs: null });
    expect(await card(ada)).toMatchObject({ suspendedUntil: 0 });
    expect(await card(mel)).not.toHaveProperty("suspendedUntil");
    await ada.do("user:suspend", { userId: eve.id, forMs: hourMs });
    const { suspendedUntil } = await card(sue);
    expect(suspendedUntil).toBeGreaterThan(server.clock.now());
    expect(suspendedUntil).toBeLessThanOrEqual(server.clock.now() + hourMs);
    server.clock.forward(hourMs + 1_000);
    expect(await card(ada)).not.toHaveProperty("suspendedUntil");
    expect(await ada.codeOf("user:restore", { userId: eve.id })).toBe("conflict");
    eve = await eve.signIn();
  });

  test("outlives a restart", async () => {
    const data = await openData(server);
    await ada.do("user:suspend", { userId: eve.id, forMs: null });
    expect(await data.sql(`select count(*) as count from sessions where user_id = '${eve.id}'`)).toEqual([
      { count: 0 },
    ]);
    await data.close();
    await ada.do("user:restore", { userId: eve.id });
    eve = await eve.signIn();
  });

  test("is for administrators to give, to those who rank below them, never to the owner or themselves", async () => {
    const codeOf = (actor: Person, target: Person) =>
      actor.codeOf("user:suspend", { userId: target.id, forMs: hourMs });
    expect(await codeOf(mel, eve)).toBe("forbidden");
    for (const target of [sue, ada, abe]) expect(await codeOf(ada, target)).toBe("forbidden");
    expect(await codeOf(sue, sue)).toBe("forbidden");
    expect(await codeOf(sue, abe)).toBe("ok");
    await sue.do("user:restore", { userId: abe.id });
    abe = await abe.signIn();
  });
});

describe("who runs the server", () => {
  test("is for its owner to choose; it holds at once, and everyone sees it", async () => {
    const live = await startClient(mel);
    expect(await ada.codeOf("user:change-role", { userId: mel.id, role: "admin" })).toBe("forbidden");
    expect(await sue.codeOf("user:change-role", { userId: sue.id, role: "admin" })).toBe("conflict");
    expect(await sue.do("user:change-role", { userId: mel.id, role: "admin" })).toMatchObject({ role: "admin" });
    await proveSync(mel, live.client);
    expect(live.client.getState().me?.role).toBe("admin");
    expect(await mel.codeOf("audit:list", {})).toBe("ok");
    await sue.do("user:change-role", { userId: mel.id, role: "person" });
    expect(await mel.codeOf("audit:list", {})).toBe("forbidden");
    await proveSync(mel, live.client);
    await live.client.stop();
  });

  test("is not handed over to somebody whose account is about to be deleted: it would have no owner", async () => {
    await mel.do("account:delete", { password, messages: "anonymise" });
    expect(await sue.codeOf("user:change-role", { userId: mel.id, role: "owner" })).toBe("conflict");
    expect((await sue.do("sync:open", {})).me.role).toBe("owner");
    await mel.do("account:keep", {});
  });

  test("is handed over: there is one owner before and after, of the lobby too", async () => {
    const data = await openData(server);
    const owners = () => data.sql("select id from users where role = 'owner'");
    const answers = await Promise.all(
      [ada, abe].map(({ id: userId }) => sue.codeOf("user:change-role", { userId, role: "owner" })),
    );
    expect(answers.sort()).toEqual(["forbidden", "ok"]);
    const [{ id: nextId } = { id: "" }] = await owners();
    expect(await owners()).toHaveLength(1);
    const next = nextId === ada.id ? ada : abe;
    const { me, rooms } = await next.do("sync:open", {});
    expect(me.role).toBe("owner");
    expect(rooms.find(({ room }) => room.isLobby)?.role).toBe("owner");
    expect((await sue.do("sync:open", {})).me.role).toBe("admin");
    expect(await sue.codeOf("user:change-role", { userId: mel.id, role: "admin" })).toBe("forbidden");
    expect(await data.sql(`select value from server_settings where name = 'ownerId'`)).toEqual([{ value: nextId }]);
    await data.close();
  });
});

test("an owner of a room may step down once there is another", async () => {
  const roomId = await mel.createRoom("Handed on");
  await mel.do("member:add", { roomId, userIds: [eve.id] });
  const change = (actor: Person, target: Person, role: "owner" | "member") =>
    actor.codeOf("member:change", { roomId, userId: target.id, role });
  expect(await change(mel, mel, "member")).toBe("conflict");
  expect(await mel.codeOf("room:leave", { roomId })).toBe("conflict");
  expect(await change(eve, eve, "owner")).toBe("forbidden");
  expect(await change(mel, eve, "owner")).toBe("ok");
  expect(await change(mel, mel, "member")).toBe("ok");
  expect(await change(mel, mel, "owner")).toBe("forbidden");
  expect(await mel.codeOf("room:leave", { roomId })).toBe("ok");
  expect(await lobbyOf(mel)).not.toBe(roomId);
});
