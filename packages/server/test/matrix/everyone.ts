/** Every request of the contract, by everyone who might send it: who may, who may not, and that a refusal does nothing. */
import { type RequestName, type RoomId, requests } from "@parley/contract";
import { expect } from "vitest";
import { openData, type TestData } from "../database.ts";
import { startServer, type TestServer } from "../start-server.ts";
import { connect } from "../witness.ts";
import { expectedCode, rows } from "./rows.ts";
import { assemble, type Cast, outside, type Scene, type Standing, setScene, standings } from "./scene.ts";

/** The people of a server of their own, and a look into its database. */
export interface Setting {
  server: TestServer;
  cast: Cast;
  data: TestData;
  lobbies: ReadonlySet<RoomId>;
}

/** Kinds of rooms are apart, each with a server and a file: the more is stored, the longer it takes to compare. */
export async function setting(): Promise<Setting> {
  const server = await startServer();
  const cast = await assemble(server);
  const data = await openData(server);
  await cast.actors.revoked.do("session:delete", { which: "this" });
  const { rooms } = await cast.actors.member.do("sync:open", {});
  const lobbies = new Set(rooms.filter(({ room }) => room.isLobby).map(({ room }) => room.id));
  return { server, cast, data, lobbies };
}

export async function end({ server, cast, data }: Setting): Promise<void> {
  for (const witness of cast.witnesses.values()) witness.close();
  await data.close();
  await server.stop();
}

const goingFiles = "select id from files where state = 'gone' or (state = 'sent' and expires_at is not null)";
const isQuery = (name: RequestName) => requests[name].kind === "query";
const hasNoEffect = (name: RequestName, standing: Standing, kind: Scene["kind"]) =>
  expectedCode(name, standing, kind) !== "ok" || isQuery(name) || (rows[name].ignored ?? []).includes(standing);

/** One request by everybody: first those whom it does nothing for, then each of the others in a room of their own. */
export async function sendAsEveryone(of: Setting, name: RequestName, kind: Scene["kind"]): Promise<void> {
  const { cast, data } = of;
  const scene = await setScene(cast, kind);
  const found: Partial<Record<Standing, string>> = {};
  const harmless: [Standing, unknown][] = [];
  for (const standing of standings)
    if (hasNoEffect(name, standing, kind)) harmless.push([standing, await rows[name].input(scene, standing)]);

  // What nobody has any more goes by itself.
  await expect.poll(() => data.sql(goingFiles)).toEqual([]);
  const before = await data.digest();
  for (const [standing, input] of harmless) {
    found[standing] = await codeOf(cast, name, { standing, input });
    expect(await codeOnSocket(of, name, { standing, input })).toBe(found[standing]);
  }
  expect(await data.digest()).toBe(before);

  for (const standing of standings) {
    if (hasNoEffect(name, standing, kind)) continue;
    const own = await setScene(cast, kind);
    found[standing] = await codeOf(cast, name, { standing, input: await rows[name].input(own, standing) });
  }
  const expected = standings.map((standing) => [standing, expectedCode(name, standing, kind)]);
  expect(found).toEqual(Object.fromEntries(expected));
}

interface Sending {
  standing: Standing;
  input: unknown;
}

async function codeOf(cast: Cast, name: RequestName, { standing, input }: Sending): Promise<string> {
  const reply = await cast.actors[standing].ask(name, input);
  return reply.ok ? "ok" : reply.error.code;
}

/** The same over the socket; who has no connection of their own is not asked again. */
async function codeOnSocket({ cast, server }: Setting, name: RequestName, sending: Sending): Promise<string> {
  const { standing, input } = sending;
  const own = cast.witnesses.get(standing);
  if (own === undefined && standing !== "anonymous") return codeOf(cast, name, sending);
  const witness = own ?? (await connect(server.url));
  const reply = await witness.call(name, input);
  if (own === undefined) witness.close();
  return reply.ok ? "ok" : reply.error.code;
}

/** Nothing of any room, but for the lobby, has reached a connection of somebody outside of it. */
export async function expectNothingOutside({ cast, lobbies }: Setting): Promise<void> {
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
      if (roomId === undefined || lobbies.has(roomId)) continue;
      heard += 1;
      expect({ standing, isMember: inside.has(roomId) }).toEqual({ standing, isMember: true });
    }
    if (standing === "exMember") expect(heard).toBeGreaterThan(0);
  }
}
