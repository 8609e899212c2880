/** The server is handed to and fro while its lobby and its people are busy: nobody waits for somebody who waits for them. */
import { afterAll, expect, test } from "vitest";
import { openData } from "../database.ts";
import { lobbyOf, type Person, populate } from "../person.ts";
import { isOnPostgres, startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);

const rounds = 20;
const turns = Array(rounds).keys();

test("whoever reads in the lobby, befriends or is befriended meanwhile gets on with it", async () => {
  const [sue, olga] = await populate(server, ["Sue", "Olga"]);
  const lobby = await lobbyOf(sue);
  await sue.send(lobby, "Hello");
  const pair = [sue, olga] as const;
  let isOver = false;
  const handOver = async () => {
    for (const turn of turns) {
      const [from, to] = turn % 2 === 0 ? pair : [olga, sue];
      expect(await from.do("user:change-role", { userId: to.id, role: "owner" })).toMatchObject({ role: "owner" });
    }
    isOver = true;
  };
  const until = async (act: () => Promise<unknown>) => {
    while (!isOver) await act();
  };
  const read = async (person: Person) => {
    await person.do("receipt:unread", { roomId: lobby, seq: 0 });
    await person.do("receipt:read", { roomId: lobby, seq: 1 });
  };
  const befriend = async () => {
    await sue.do("friend:ask", { userId: olga.id });
    await olga.do("friend:accept", { userId: sue.id });
    await sue.do("friend:remove", { userId: olga.id });
  };
  await Promise.all([handOver(), until(befriend), ...pair.map((person) => until(() => read(person)))]);
  expect((await sue.do("sync:open", {})).me.role).toBe("owner");
  if (isOnPostgres) expect(await deadlocks()).toBe(0);
});

/** PostgreSQL ends one of two that wait for each other, after a second; ours is then run again, and nobody notices. */
async function deadlocks(): Promise<unknown> {
  const data = await openData(server);
  const [row] = await data.sql("select deadlocks from pg_stat_database where datname = current_database()");
  await data.close();
  return row?.deadlocks;
}
