/** The days of a room, for a calendar; and where a day begins. */
import { dayStart, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { fill } from "./many-messages.ts";

const server = await startServer();
const timeZone = "Europe/Berlin";
let anna: Person;
let ben: Person;
let roomId: RoomId;
/** So many messages on each of these days, the clocks changing on the second; the last comes just before midnight. */
const days = { "2026-03-28": 40, "2026-03-29": 2, "2026-04-02": 900, "2026-05-30": 58 };

beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
  roomId = await anna.createRoom("A long time");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  const data = await openData(server);
  await fill(data, { roomId, senderIds: [anna.id], count: 1_000 });
  let seq = 0;
  for (const [date, count] of Object.entries(days)) {
    const at = dayStart(date, timeZone);
    await data.sql(
      `update messages set sent_at = ${at} + (seq - ${seq} - 1) where room_id = '${roomId}' and seq > ${seq}`,
    );
    seq += count;
    const last = dayStart(date, timeZone) + 23 * 3_600_000 - 1;
    await data.sql(`update messages set sent_at = ${last} where room_id = '${roomId}' and seq = ${seq}`);
  }
  await data.close();
});
afterAll(server.stop);

const counted = async (person: Person, from: string, until: string) =>
  person.do("search:days", { roomId, from, until, timeZone });

test("counts the messages of each day", async () => {
  const whole = await counted(anna, "2026-03-27", "2026-05-01");
  expect(whole.days).toEqual(
    Object.entries(days)
      .slice(0, 3)
      .map(([date, count]) => ({ date, count })),
  );
  expect([whole.first, whole.last]).toEqual(["2026-03-28", "2026-05-30"]);
  expect((await counted(anna, "2026-03-29", "2026-03-30")).days).toEqual([{ date: "2026-03-29", count: 2 }]);
  expect((await counted(anna, "2020-01-01", "2020-02-01")).days).toEqual([]);
  expect(await anna.codeOf("search:days", { roomId, from: "2020-01-01", until: "2026-01-01" })).toBe("invalid");
  expect(await anna.codeOf("search:days", { roomId, from: "2026-02-30", until: "2026-03-01" })).toBe("invalid");
});

test("finds where a day begins, or else what comes next", async () => {
  const seqOf = async (date: string) => (await anna.do("search:day", { roomId, date, timeZone })).seq;
  expect(await Promise.all(["2026-01-01", "2026-03-28", "2026-03-29", "2026-03-30", "2026-05-30"].map(seqOf))).toEqual([
    1, 1, 41, 43, 943,
  ]);
  expect(await seqOf("2026-05-31")).toBe(null);
});

test("what I cleared is in no calendar of mine", async () => {
  await ben.do("room:clear", { roomId });
  expect(await counted(ben, "2026-03-27", "2026-05-01")).toEqual({ days: [], first: null, last: null });
  expect(await ben.do("search:day", { roomId, date: "2026-03-28", timeZone })).toEqual({ seq: null });
});
