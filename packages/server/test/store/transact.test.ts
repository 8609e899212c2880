import { DatabaseSync } from "node:sqlite";
import type { RoomId, User } from "@parley/contract";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Writer } from "../../src/store/store.ts";
import { isOnPostgres } from "../start-server.ts";
import { openStore } from "./open-store.ts";
import { addMessage, addRoom, addUser } from "./people.ts";

const { store, close } = await openStore();
afterAll(close);
let anna: User;
let roomId: RoomId;
beforeAll(async () => {
  anna = await addUser(store, "Anna");
  roomId = await addRoom(store, [anna]);
});

const send = (body: string) => (writer: Writer) => addMessage(writer, roomId, { sender: anna, body });
const bodies = async () => (await store.reader.messages.after(roomId, 0, 1_000)).map((message) => message.body);

test("a command that fails takes none of its neighbours along, and leaves nothing of itself", async () => {
  const before = (await bodies()).length;
  const results = await Promise.allSettled(
    Array.from({ length: 21 }, (_, at) =>
      store.transact(async (writer) => {
        await send(`n${at}`)(writer);
        if (at % 7 === 3) throw new Error(`refused ${at}`);
        if (at % 7 === 5) await writer.users.insert(anna, { skeleton: "anna", passwordHash: "", now: 1 });
        return at;
      }),
    ),
  );
  const kept = results.flatMap((result) => (result.status === "fulfilled" ? [`n${result.value}`] : []));
  expect(kept).toHaveLength(15);
  expect((await bodies()).slice(before).sort()).toEqual(kept.sort());
  const seqs = (await store.reader.messages.after(roomId, 0, 1_000)).map((message) => message.seq);
  expect(seqs).toEqual(seqs.map((_, at) => at + 1));
});

test("each is told committed in the order of its numbers, before it is answered", async () => {
  const told: number[] = [];
  const answered: number[] = [];
  await Promise.all(
    Array.from({ length: 40 }, async (_, at) => {
      const message = await store.transact(send(`o${at}`), ({ seq }) => told.push(seq));
      expect(told).toContain(message.seq);
      answered.push(message.seq);
    }),
  );
  expect(told).toEqual([...told].sort((one, other) => one - other));
  expect(answered).toHaveLength(40);
});

test("one that fails is not told", async () => {
  const told: unknown[] = [];
  const failing = store.transact(
    async () => {
      throw new Error("no");
    },
    (result) => told.push(result),
  );
  await expect(failing).rejects.toThrow("no");
  expect(told).toEqual([]);
});

test("a writer kept beyond its transaction throws, even while another is under way", async () => {
  let kept: Writer | undefined;
  await store.transact(async (writer) => {
    kept = writer;
  });
  const before = await bodies();
  await expect(kept?.rooms.nextRev(roomId)).rejects.toThrow("after its transaction");
  await store.transact(async () => {
    await expect(kept?.rooms.nextRev(roomId)).rejects.toThrow("after its transaction");
    await expect(kept?.messages.after(roomId, 0, 1)).rejects.toThrow("after its transaction");
  });
  expect(await bodies()).toEqual(before);
});

test("a reader sees nothing that is not committed", async () => {
  await store.transact(async (writer) => {
    const before = await bodies();
    await send("not yet")(writer);
    expect(await bodies()).toEqual(before);
  });
  expect((await bodies()).at(-1)).toBe("not yet");
});

if (!isOnPostgres)
  test("many commands at once share a few commits, and so their syncs", async () => {
    const spy = vi.spyOn(DatabaseSync.prototype, "exec");
    await Promise.all(Array.from({ length: 200 }, (_, at) => store.transact(send(`g${at}`))));
    const commits = spy.mock.calls.filter(([text]) => /^\s*commit/i.test(text)).length;
    expect(commits).toBeGreaterThan(0);
    expect(commits).toBeLessThanOrEqual(4);
  });

test("what was asked for before closing is done; afterwards it is refused", async () => {
  const own = await openStore();
  const bo = await addUser(own.store, "Bo");
  const room = await addRoom(own.store, [bo]);
  const underWay = Array.from({ length: 10 }, () =>
    own.store.transact((writer) => addMessage(writer, room, { sender: bo })),
  );
  const closing = own.close();
  expect((await Promise.all(underWay)).map((message) => message.seq).sort((a, b) => a - b)).toHaveLength(10);
  await closing;
  await expect(own.store.transact(async () => 1)).rejects.toThrow();
});
