import { type Invitation, type InvitationId, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lobbyOf, type Person, password, post, register, setUp } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer({ config: { registration: null } });
afterAll(server.stop);
let owner: Person;
let ben: Person;
let roomId: RoomId;

beforeAll(async () => {
  owner = await setUp(server);
  roomId = await owner.createRoom("Back room");
  const { code } = await owner.do("invitation:create", { roomId: await lobbyOf(owner) });
  ben = await register(server, "Ben", code);
});

const invite = (more: { maxUses?: number; expiresInMs?: number | null } = {}) =>
  owner.do("invitation:create", { roomId, ...more });
const inviteToLobby = async () => owner.do("invitation:create", { roomId: await lobbyOf(owner) });
const describeLink = (code: string) => post(server.url, "invitation:describe", { input: { code } });
const isAlive = async ({ code }: Invitation) => (await describeLink(code)).reply.ok;

test("the page of a link says where it leads", async () => {
  const { code } = await invite();
  expect((await describeLink(code)).reply).toEqual({
    ok: true,
    data: { serverName: "Parley", roomName: "Back room", invitedBy: "Olga", memberCount: 1 },
  });
});

test("codes cannot be guessed", async () => {
  const codes = await Promise.all(Array.from({ length: 5 }, async () => (await invite()).code));
  expect(new Set(codes).size).toBe(5);
  for (const code of codes) expect(code).toMatch(/^[\w-]{22}$/);
});

describe("accepting", () => {
  test("brings in; a second time changes and uses nothing", async () => {
    const invitation = await invite({ maxUses: 5 });
    const state = await ben.do("invitation:accept", { code: invitation.code });
    expect(state).toMatchObject({ room: { id: roomId, memberCount: 2 }, role: "member" });
    expect(await ben.do("invitation:accept", { code: invitation.code })).toEqual(state);
    const { invitations } = await owner.do("invitation:list", { roomId });
    expect(invitations.find((one) => one.id === invitation.id)?.uses).toBe(1);
  });

  test.each([
    ["unknown", async () => "no-such-code"],
    [
      "revoked",
      async () => {
        const { id: invitationId, code } = await invite();
        await owner.do("invitation:revoke", { roomId, invitationId });
        return code;
      },
    ],
    [
      "expired",
      async () => {
        const { code } = await invite({ expiresInMs: 60_000 });
        server.clock.forward(60_001);
        return code;
      },
    ],
    [
      "used up",
      async () => {
        const { code } = await invite({ maxUses: 1 });
        await register(server, `Guest ${code.slice(0, 4).replaceAll(/[^a-z]/gi, "x")}`, code);
        return code;
      },
    ],
    [
      "of one who left",
      async () => {
        const { guest, code } = await linkOfGuest();
        await guest.do("room:leave", { roomId });
        return code;
      },
    ],
    [
      "of one who was taken out, and brought back",
      async () => {
        const { guest, code } = await linkOfGuest();
        await owner.do("member:remove", { roomId, userId: guest.id });
        await owner.do("member:add", { roomId, userIds: [guest.id] });
        return code;
      },
    ],
    [
      "of one whose account was deleted",
      async () => {
        const { guest, code } = await linkOfGuest({ expiresInMs: null });
        await guest.do("account:delete", { password, messages: "anonymise" });
        expect((await describeLink(code)).reply.ok).toBe(true);
        server.clock.forward(7 * 86_400_000);
        await expect.poll(() => owner.do("user:find", { text: guest.user.handle })).toMatchObject({ people: [] });
        return code;
      },
    ],
  ])("a link that is %s says the same as any other dead one", async (_, make) => {
    const code = await make();
    const outsider = await register(server, `Out ${numbers.next().value}`, (await inviteToLobby()).code);
    const dead = { code: "link_invalid", message: "This invitation has expired or was used up. Ask for a new one." };
    expect((await describeLink(code)).reply).toEqual({ ok: false, error: dead });
    expect((await outsider.ask("invitation:accept", { code })) as object).toEqual({ ok: false, error: dead });
    const joining = { username: "Zed", password, invitation: code };
    expect((await post(server.url, "account:create", { input: joining })).reply).toEqual({ ok: false, error: dead });
  });
});

const numbers = Array(100).keys();

/** Of somebody else in the room, who may invite as well. */
async function linkOfGuest(more: { expiresInMs?: number | null } = {}) {
  const guest = await register(server, `Guest ${numbers.next().value}`, (await inviteToLobby()).code);
  await owner.do("member:add", { roomId, userIds: [guest.id] });
  const { code } = await guest.do("invitation:create", { roomId, ...more });
  expect((await describeLink(code)).reply.ok).toBe(true);
  return { guest, code };
}

test("50 at once with a link for one: one gets in", async () => {
  const invitation = await invite({ maxUses: 1 });
  const before = (await owner.do("room:open", { roomId })).state.room.memberCount;
  const attempts = Array.from({ length: 50 }, (_, at) =>
    post(server.url, "account:create", {
      input: { username: `Racer ${at}`, password, invitation: invitation.code },
    }),
  );
  const codes = (await Promise.all(attempts)).map(({ reply }) => (reply.ok ? "ok" : reply.error.code));
  expect(codes.filter((code) => code === "ok")).toHaveLength(1);
  expect(codes.filter((code) => code === "link_invalid")).toHaveLength(49);
  expect((await owner.do("room:open", { roomId })).state.room.memberCount).toBe(before + 1);
  expect(await isAlive(invitation)).toBe(false);
  const { people } = await owner.do("user:find", { text: "racer" });
  expect(people).toHaveLength(1);
});

test("a new account comes into the lobby and the room of its link", async () => {
  const { code } = await invite();
  const nina = await register(server, "Nina", code);
  const { rooms } = await nina.do("sync:open", {});
  expect(rooms.map(({ room }) => room.id).sort()).toEqual([roomId, await lobbyOf(owner)].sort());
});

test("a refused account uses nothing up", async () => {
  const invitation = await invite({ maxUses: 1 });
  const refused = await post(server.url, "account:create", {
    input: { username: "BEN", password, invitation: invitation.code },
  });
  expect(refused.reply).toMatchObject({ ok: false, error: { code: "name_taken" } });
  expect(await isAlive(invitation)).toBe(true);
});

test("revoking is for members, and only in the room of the link", async () => {
  const invitation = await invite();
  const other = await owner.createRoom("Other");
  const revoke = { roomId: other, invitationId: invitation.id };
  expect(await owner.codeOf("invitation:revoke", revoke)).toBe("not_found");
  const unknown = { roomId, invitationId: newId<InvitationId>(1) };
  expect(await owner.codeOf("invitation:revoke", unknown)).toBe("not_found");
  expect(await isAlive(invitation)).toBe(true);
});

test.each([
  { expiresInMs: 59_999 },
  { expiresInMs: 367 * 86_400_000 },
  { maxUses: 0 },
  { maxUses: 10_001 },
  { maxUses: 1.5 },
])("%j is refused", async (more) => {
  expect(await owner.codeOf("invitation:create", { roomId, ...more })).toBe("invalid");
});
