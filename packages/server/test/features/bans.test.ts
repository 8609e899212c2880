import { newId, type RoomId, type UserId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { lobbyOf, type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let olga: Person;
let mona: Person;
let mel: Person;
let bix: Person;
let xan: Person;
const numbers = Array(1_000).keys();
const hourMs = 3_600_000;

beforeAll(async () => {
  [olga, mona, mel, bix, xan] = await populate(server, ["Olga", "Mona", "Mel", "Bix", "Xan"]);
});

let roomId: RoomId;
let privateId: RoomId;
async function house(kind: "public" | "private"): Promise<RoomId> {
  const id = await olga.createRoom(`House ${numbers.next().value}`, kind);
  await olga.do("member:add", { roomId: id, userIds: [mona.id, mel.id, bix.id] });
  await olga.do("member:change", { roomId: id, userId: mona.id, role: "moderator" });
  return id;
}
beforeEach(async () => {
  roomId = await house("public");
  privateId = await house("private");
});

const reasonOf = async (person: Person, name: Parameters<Person["ask"]>[0], input: unknown) => {
  const reply = await person.ask(name, input);
  return reply.ok ? "ok" : `${reply.error.code}: ${reply.error.message}`;
};
const forGood = "forbidden: You were banned from this room.";
const deadLink = "link_invalid: This invitation has expired or was used up. Ask for a new one.";

describe("a ban", () => {
  test("takes them out on every connection within a second, and on resume", async () => {
    const [phone, laptop, reference] = [await bix.connect(), await bix.connect(), await mel.connect()];
    const from = Date.now();
    await mona.do("member:ban", { roomId, userId: bix.id, reason: "Noise", forMs: null });
    await Promise.all([phone.until("room:departed"), laptop.until("room:departed")]);
    expect(Date.now() - from).toBeLessThan(1_000);
    await olga.send(roomId, "Not for Bix");
    await reference.until("message:sent", ({ body }) => body === "Not for Bix");
    for (const witness of [phone, laptop]) {
      await witness.barrier();
      expect(witness.named("message:sent")).toEqual([]);
      witness.close();
    }
    const again = await bix.connect();
    await olga.send(roomId, "Nor this");
    await reference.until("message:sent", ({ body }) => body === "Nor this");
    await again.barrier();
    expect(again.events).toEqual([]);
    for (const name of ["room:open", "sync:room", "message:history"] as const)
      expect(await bix.codeOf(name, { roomId, sinceRev: 0 } as never)).not.toBe("ok");
    expect((await bix.do("sync:open", {})).rooms.map(({ room }) => room.id)).not.toContain(roomId);
    again.close();
    reference.close();
  });

  test("keeps them out by every way in, in words that tell of a public room, and nothing of a private one", async () => {
    const [open, closed] = [
      await olga.do("invitation:create", { roomId }),
      await olga.do("invitation:create", { roomId: privateId }),
    ];
    for (const id of [roomId, privateId]) await mona.do("member:ban", { roomId: id, userId: bix.id });
    expect(await reasonOf(bix, "room:join", { roomId })).toBe(forGood);
    expect(await reasonOf(bix, "invitation:accept", { code: open.code })).toBe(forGood);
    expect(await reasonOf(bix, "room:join", { roomId: privateId })).toBe("not_found: There is no such room.");
    expect(await reasonOf(bix, "invitation:accept", { code: closed.code })).toBe(deadLink);
    expect(await reasonOf(bix, "invitation:accept", { code: "unknown" })).toBe(deadLink);
    expect(await reasonOf(bix, "invitation:describe", { code: closed.code })).toBe(deadLink);
    const anew = { username: "Bix Again", password: "correct horse battery", invitation: closed.code };
    expect(await reasonOf(bix, "account:create", anew)).toBe(deadLink);
    expect((await olga.do("invitation:list", { roomId: privateId })).invitations[0]?.uses).toBe(0);
    expect(await mel.codeOf("member:add", { roomId, userIds: [xan.id, bix.id] })).toBe("forbidden");
    expect(await xan.codeOf("room:open", { roomId })).toBe("forbidden");
  });

  test("takes back the links that they made there, and no others", async () => {
    const { code } = await bix.do("invitation:create", { roomId: privateId });
    const elsewhere = await bix.do("invitation:create", { roomId });
    await mona.do("member:ban", { roomId: privateId, userId: bix.id });
    const anew = { username: "Bix Anew", password: "correct horse battery", invitation: code };
    expect(await reasonOf(xan, "account:create", anew)).toBe(deadLink);
    expect((await olga.do("invitation:list", { roomId: privateId })).invitations).toEqual([]);
    expect(await xan.codeOf("invitation:accept", { code: elsewhere.code })).toBe("ok");
  });

  test("is over when its time is, and says until when", async () => {
    await mona.do("member:ban", { roomId, userId: bix.id, forMs: hourMs });
    expect(await reasonOf(bix, "room:join", { roomId })).toMatch(/^forbidden: You were banned .* until .* UTC\.$/);
    server.clock.forward(hourMs + 1_000);
    expect((await mona.do("member:list-bans", { roomId })).bans).toEqual([]);
    expect(await bix.codeOf("room:join", { roomId })).toBe("ok");
  });

  test("also keeps out who was never in", async () => {
    const ban = await mona.do("member:ban", { roomId, userId: xan.id, reason: " Known\n elsewhere " });
    expect(ban).toMatchObject({ userId: xan.id, bannedBy: mona.id, reason: "Known elsewhere", until: null });
    expect(await reasonOf(xan, "room:join", { roomId })).toBe(forGood);
    expect(await mona.do("member:list-bans", { roomId })).toMatchObject({ bans: [ban] });
    const nobody = newId<UserId>(Date.now());
    expect(await mona.codeOf("member:ban", { roomId, userId: nobody })).toBe("not_found");
  });

  test("is lifted by those who keep order, or by their bringing somebody back", async () => {
    for (const { id: userId } of [bix, mel]) await mona.do("member:ban", { roomId, userId });
    await mona.do("member:unban", { roomId, userId: bix.id });
    expect(await mona.codeOf("member:unban", { roomId, userId: bix.id })).toBe("not_found");
    expect(await bix.codeOf("room:join", { roomId })).toBe("ok");
    expect(await mona.do("member:add", { roomId, userIds: [mel.id] })).toEqual({ added: 1 });
    expect((await mona.do("member:list-bans", { roomId })).bans).toEqual([]);
  });

  test("falls only on those who rank below; nobody is banned from the lobby or a private conversation", async () => {
    const ban = (actor: Person, target: Person) => actor.codeOf("member:ban", { roomId, userId: target.id });
    expect(await ban(mel, bix)).toBe("forbidden");
    expect(await ban(mel, xan)).toBe("forbidden");
    expect(await ban(mona, mona)).toBe("forbidden");
    expect(await ban(mona, olga)).toBe("forbidden");
    expect(await ban(xan, bix)).toBe("forbidden");
    expect(await xan.codeOf("member:ban", { roomId: privateId, userId: bix.id })).toBe("not_found");
    expect(await xan.codeOf("member:list-bans", { roomId: privateId })).toBe("not_found");
    expect(await mel.codeOf("member:list-bans", { roomId })).toBe("forbidden");
    expect(await ban(olga, mona)).toBe("ok");
    expect(await olga.codeOf("member:ban", { roomId: await lobbyOf(olga), userId: bix.id })).toBe("forbidden");
    const { room } = await olga.do("room:create-direct", { userIds: [bix.id] });
    expect(await olga.codeOf("member:ban", { roomId: room.id, userId: bix.id })).toBe("forbidden");
  });
});

test("whoever has no account yet comes by a link, whatever bans there are", async () => {
  const { code } = await olga.do("invitation:create", { roomId: privateId });
  await mona.do("member:ban", { roomId: privateId, userId: bix.id });
  const newcomer = await register(server, "Newcomer", code);
  expect(await newcomer.codeOf("room:open", { roomId: privateId })).toBe("ok");
});
