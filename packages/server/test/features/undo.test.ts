import { limits, wasTakenBack } from "@parley/contract";
import { afterAll, expect, test } from "vitest";
import { populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
const [anna, ben] = await populate(server, ["Anna", "Ben"]);
const roomId = await anna.createRoom("Slips");
await anna.do("member:add", { roomId, userIds: [ben.id] });

test("what one takes back at once leaves a tombstone that nobody is shown", async () => {
  const { id: messageId } = await ben.send(roomId, "Oops");
  server.clock.forward(limits.undoneMs - 2_000);
  const tombstone = await ben.do("message:delete", { roomId, messageId, isUndo: true });
  expect([wasTakenBack(tombstone), tombstone.body]).toEqual([true, ""]);
  expect(await ben.do("message:delete", { roomId, messageId, isUndo: true })).toEqual(tombstone);
});

test("later, or somebody else's, or without a word of undoing, it is a deletion like any other", async () => {
  const first = await ben.send(roomId, "One");
  expect(wasTakenBack(await ben.do("message:delete", { roomId, messageId: first.id }))).toBe(false);
  const second = await ben.send(roomId, "Two");
  const byModerator = { roomId, messageId: second.id, isUndo: true } as const;
  expect(wasTakenBack(await anna.do("message:delete", byModerator))).toBe(false);
  const third = await ben.send(roomId, "Three");
  server.clock.forward(limits.undoneMs + 1);
  expect(wasTakenBack(await ben.do("message:delete", { roomId, messageId: third.id, isUndo: true }))).toBe(false);
});
