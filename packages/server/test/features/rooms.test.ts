import { newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lobbyOf, type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
let lobby: RoomId;

beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
  lobby = await lobbyOf(anna);
});

describe("making a room", () => {
  test("its maker owns it, alone", async () => {
    const id = newId<RoomId>(Date.now());
    const state = await anna.do("room:create", { id, kind: "private", name: "  #Den ", topic: "Quiet" });
    expect(state).toMatchObject({
      room: { id, kind: "private", name: "Den", topic: "Quiet", isLobby: false, memberCount: 1 },
      role: "owner",
      unread: 0,
      lastMessage: null,
    });
  });

  test("twice with the same id makes one, also in parallel", async () => {
    const id = newId<RoomId>(Date.now());
    const make = () => anna.do("room:create", { id, kind: "public", name: "Only one" });
    const states = await Promise.all(Array.from({ length: 8 }, make));
    for (const state of states) expect(state).toEqual(await make());
    const { rooms } = await anna.do("room:list", { text: "only one" });
    expect(rooms.map(({ room }) => [room.id, room.memberCount])).toEqual([[id, 1]]);
  });

  test("with an id in use by others is a conflict", async () => {
    const id = await anna.createRoom("Taken id");
    expect(await ben.codeOf("room:create", { id, kind: "private", name: "Mine" })).toBe("conflict");
  });

  test.each(["", "   ", "a\nb", "a\u202eb", "!!!", "x".repeat(65)])("not with the name %j", async (name) => {
    const reply = await anna.ask("room:create", { id: newId(Date.now()), kind: "public", name });
    expect(reply).toMatchObject({ ok: false, error: { code: "invalid", field: "name" } });
  });

  test("public names are one of a kind, look-alikes included; private ones are not", async () => {
    await anna.createRoom("Big Plans", "public");
    for (const name of ["big plans", "Bíg_Plans", "Віg Plans", "BIG-PLANS"])
      expect(await ben.codeOf("room:create", { id: newId(Date.now()), kind: "public", name })).toBe("name_taken");
    await ben.createRoom("Big Plans", "private");
    const other = await ben.createRoom("Small plans", "public");
    expect(await ben.codeOf("room:change", { roomId: other, name: "B1g Plans" })).toBe("name_taken");
    expect(await ben.codeOf("room:change", { roomId: other, name: "SMALL Plans" })).toBe("ok");
  });

  test("of two at once with one name one wins", async () => {
    const codes = await Promise.all(
      [anna, ben, cleo].map((person) =>
        person.codeOf("room:create", { id: newId(Date.now()), kind: "public", name: "Race" }),
      ),
    );
    expect(codes.sort()).toEqual(["name_taken", "name_taken", "ok"]);
  });
});

describe("changing a room", () => {
  test("tells everyone, in order", async () => {
    const roomId = await anna.createRoom("Before", "public");
    await ben.do("room:join", { roomId });
    const witness = await ben.connect();
    const named = await anna.do("room:change", { roomId, name: "After" });
    const topical = await anna.do("room:change", { roomId, topic: "What we do" });
    expect(topical).toMatchObject({ name: "After", topic: "What we do", memberCount: 2 });
    await witness.until("room:changed", ({ room }) => room.topic !== "");
    const changes = witness.named("room:changed").map((event) => event.payload);
    expect(changes.map((change) => change.room)).toEqual([named, topical]);
    expect((changes[1]?.rev ?? 0) - (changes[0]?.rev ?? 0)).toBe(1);
    witness.close();
  });
});

describe("the directory", () => {
  test("lists public rooms by name in pages, and whether one is in", async () => {
    const names = ["Page a", "Page b", "Page c_d", "Page e%f", "Page g"].map((name) => name.replace("%", ""));
    for (const name of names) await anna.createRoom(name, "public");
    await anna.createRoom("Page hidden", "private");
    const seen: string[] = [];
    let after = "";
    for (let page = 0; page < 9; page += 1) {
      const { rooms, next } = await ben.do("room:list", { text: "page", after, limit: 2 });
      seen.push(...rooms.map(({ room }) => room.name));
      expect(rooms.some(({ isMember }) => isMember)).toBe(false);
      if (next === null) break;
      after = next;
    }
    expect(seen).toEqual(names);
    expect((await anna.do("room:list", { text: "PAGE C_D" })).rooms).toMatchObject([{ isMember: true }]);
  });

  test.each(["%", "_", "\\", "'", '" or 1=1 --', "*"])("finds nothing by %j", async (text) => {
    const { rooms } = await anna.do("room:list", { text: `page${text}x` });
    expect(rooms).toEqual([]);
  });
});

describe("coming and going", () => {
  test("joining counts once, however often and at once", async () => {
    const roomId = await anna.createRoom("Open house", "public");
    await anna.send(roomId, "Before you came");
    const states = await Promise.all(Array.from({ length: 8 }, () => ben.do("room:join", { roomId })));
    for (const state of states)
      expect(state).toMatchObject({ role: "member", room: { memberCount: 2 }, unread: 0, readSeq: 1 });
  });

  test("leaving takes the draft along, and is heard by the others", async () => {
    const roomId = await anna.createRoom("Way out", "public");
    await ben.do("room:join", { roomId });
    await ben.do("draft:save", { roomId, body: "I was about to" });
    const witness = await anna.connect();
    const own = await ben.connect();
    await ben.do("room:leave", { roomId });
    expect((await witness.until("member:left")).payload.userId).toBe(ben.id);
    await own.until("room:departed", (event) => event.roomId === roomId);
    expect(await ben.codeOf("room:open", { roomId })).toBe("forbidden");
    expect((await ben.do("room:join", { roomId })).draft).toBeNull();
    witness.close();
    own.close();
  });

  test("leaving and being taken out at once counts once", async () => {
    const roomId = await anna.createRoom("Twice out", "public");
    for (let round = 0; round < 5; round += 1) {
      await ben.do("room:join", { roomId });
      await Promise.all([
        ben.codeOf("room:leave", { roomId }),
        anna.codeOf("member:remove", { roomId, userId: ben.id }),
      ]);
      expect((await anna.do("room:open", { roomId })).state.room.memberCount).toBe(1);
    }
  });

  test("nobody leaves the lobby, or is taken out of it", async () => {
    expect(await ben.codeOf("room:leave", { roomId: lobby })).toBe("conflict");
    expect(await anna.codeOf("member:remove", { roomId: lobby, userId: ben.id })).toBe("forbidden");
    expect(await ben.codeOf("room:join", { roomId: lobby })).toBe("ok");
  });

  test("the lobby can be renamed", async () => {
    expect(await anna.do("room:change", { roomId: lobby, name: "Market square" })).toMatchObject({
      name: "Market square",
      isLobby: true,
    });
    expect(await ben.codeOf("room:change", { roomId: lobby, name: "My place" })).toBe("forbidden");
  });
});

describe("the last owner", () => {
  test("stays while others are in, and may leave an empty room", async () => {
    const roomId = await anna.createRoom("Owned");
    await anna.do("member:add", { roomId, userIds: [ben.id] });
    expect(await anna.codeOf("room:leave", { roomId })).toBe("conflict");
    expect(await anna.codeOf("member:change", { roomId, userId: anna.id, role: "member" })).toBe("conflict");
    await anna.do("member:change", { roomId, userId: ben.id, role: "owner" });
    expect(await anna.codeOf("room:leave", { roomId })).toBe("ok");
    expect(await ben.codeOf("room:leave", { roomId })).toBe("ok");
  });

  test("of two owners who leave at once one stays", async () => {
    for (let round = 0; round < 8; round += 1) {
      const roomId = await anna.createRoom(`Two owners ${round}`);
      await anna.do("member:add", { roomId, userIds: [ben.id, cleo.id] });
      await anna.do("member:change", { roomId, userId: ben.id, role: "owner" });
      const codes = await Promise.all([anna, ben].map((person) => person.codeOf("room:leave", { roomId })));
      expect(codes.sort()).toEqual(["conflict", "ok"]);
    }
  });

  test("of two owners who demote each other at once one stays", async () => {
    for (let round = 0; round < 8; round += 1) {
      const roomId = await anna.createRoom(`Two rivals ${round}`);
      await anna.do("member:add", { roomId, userIds: [ben.id] });
      await anna.do("member:change", { roomId, userId: ben.id, role: "owner" });
      await Promise.all([
        anna.codeOf("member:change", { roomId, userId: ben.id, role: "member" }),
        ben.codeOf("member:change", { roomId, userId: anna.id, role: "member" }),
      ]);
      const { members } = await anna.do("member:list", { roomId });
      expect(members.filter((member) => member.role === "owner")).toHaveLength(1);
    }
  });
});
