/** Every request of the contract, by everyone who might send it: who may, who may not, and that a refusal does nothing. */
import { newId, type RequestName, type RoomId, requestNames, requests } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData, type TestData } from "../database.ts";
import { startServer } from "../start-server.ts";
import { connect } from "../witness.ts";
import { expectedCode, rows } from "./rows.ts";
import { assemble, type Cast, outside, type Scene, type Standing, setScene, standings } from "./scene.ts";

const server = await startServer();
let cast: Cast;
let data: TestData;

beforeAll(async () => {
  cast = await assemble(server);
  data = await openData(server);
  await cast.actors.revoked.do("session:delete", { which: "this" });
});
afterAll(async () => {
  for (const witness of cast.witnesses.values()) witness.close();
  await data.close();
  await server.stop();
});

const isQuery = (name: RequestName) => requests[name].kind === "query";
const hasNoEffect = (name: RequestName, standing: Standing, kind: Scene["kind"]) =>
  expectedCode(name, standing, kind) !== "ok" || isQuery(name) || (rows[name].ignored ?? []).includes(standing);

test("every request has a row", () => {
  expect(Object.keys(rows).sort()).toEqual([...requestNames].sort());
});

for (const kind of ["private", "public"] as const) {
  test.each(requestNames)(`%s in a ${kind} room`, async (name) => {
    const scene = await setScene(cast, kind);
    const found: Partial<Record<Standing, string>> = {};
    const harmless: [Standing, unknown][] = [];
    for (const standing of standings)
      if (hasNoEffect(name, standing, kind)) harmless.push([standing, await rows[name].input(scene, standing)]);

    const before = await data.digest();
    for (const [standing, input] of harmless) {
      found[standing] = await codeOf(name, standing, input);
      expect(await codeOnSocket(name, standing, input)).toBe(found[standing]);
    }
    expect(await data.digest()).toBe(before);

    for (const standing of standings) {
      if (hasNoEffect(name, standing, kind)) continue;
      const own = await setScene(cast, kind);
      found[standing] = await codeOf(name, standing, await rows[name].input(own, standing));
    }
    expect(found).toEqual(
      Object.fromEntries(standings.map((standing) => [standing, expectedCode(name, standing, kind)])),
    );
  });
}

async function codeOf(name: RequestName, standing: Standing, input: unknown): Promise<string> {
  const reply = await cast.actors[standing].ask(name, input);
  return reply.ok ? "ok" : reply.error.code;
}

/** The same over the socket; who has no connection of their own is not asked again. */
async function codeOnSocket(name: RequestName, standing: Standing, input: unknown): Promise<string> {
  const own = cast.witnesses.get(standing);
  if (own === undefined && standing !== "anonymous") return codeOf(name, standing, input);
  const witness = own ?? (await connect(server.url));
  const reply = await witness.call(name, input);
  if (own === undefined) witness.close();
  return reply.ok ? "ok" : reply.error.code;
}

const aboutRooms = requestNames.filter((name) => "roomId" in requests[name].input.shape);

test("requests about a room are found", () => expect(aboutRooms.length).toBeGreaterThan(15));

test.each(aboutRooms)("%s tells nothing of a private room to those outside", async (name) => {
  const scene = await setScene(cast, "private");
  const elsewhere: Scene = { ...scene, roomId: newId<RoomId>(Date.now()) };
  for (const standing of outside) {
    if (rows[name].oversees?.includes(standing)) continue;
    const there = await cast.actors[standing].ask(name, await rows[name].input(scene, standing));
    const nothing = await cast.actors[standing].ask(name, await rows[name].input(elsewhere, standing));
    expect(there.ok).toBe(false);
    expect(there).toEqual(nothing);
  }
});

test("nothing of any room reached a connection outside of it", async () => {
  for (const standing of outside) {
    const witness = cast.witnesses.get(standing);
    if (witness === undefined) throw new Error(`Nobody listens as ${standing}.`);
    await witness.barrier();
    const inside = new Set<RoomId>();
    let heard = 0;
    for (const { roomId, events } of witness.batches) {
      for (const [name, payload] of events) {
        // The room's own word of it comes just before mine.
        if (name === "member:joined" && payload.user.id === cast.actors[standing].id && roomId) inside.add(roomId);
        if (name === "room:departed") inside.delete(payload.roomId);
      }
      if (roomId === undefined || isLobby(roomId)) continue;
      heard += 1;
      expect({ standing, isMember: inside.has(roomId) }).toEqual({ standing, isMember: true });
    }
    if (standing === "exMember") expect(heard).toBeGreaterThan(0);
  }
});

const lobbies = new Set<RoomId>();
beforeAll(async () => {
  const { rooms } = await cast.actors.member.do("sync:open", {});
  for (const { room } of rooms) if (room.isLobby) lobbies.add(room.id);
});
const isLobby = (roomId: RoomId) => lobbies.has(roomId);
