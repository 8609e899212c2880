import type { ClientState, OutboxItem } from "@parley/client";
import { limits, type MessageId } from "@parley/contract";
import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { entryOf, makeId, noon, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann");
const sentBefore = (ms: number) => ({ ...say(1, me, "to the wrong room"), sentAt: noon - ms });

function here(
  messages: readonly ReturnType<typeof say>[],
  outbox: (state: ClientState) => readonly OutboxItem[] = () => [],
) {
  const entry = entryOf({ messages });
  const state = stateWith({ me, people: [ann], rooms: [entry] });
  const { id: roomId } = entry.state.room;
  return { roomId, rig: new CommandRig({ state: { ...state, outbox: outbox(state) }, roomId }) };
}

test("/undo takes back what was just sent, and gives its text to be written anew", async () => {
  const sent = sentBefore(limits.undoneMs);
  const { rig, roomId } = here([sent, say(2, ann, "what?")]);
  expect(await rig.run("undo")).toMatchObject({
    facts: [{ type: "undone", id: sent.id, seq: 1 }],
    toWrite: "to the wrong room",
  });
  expect(rig.asked).toEqual([["remove", [roomId, sent.id, { isUndo: true }]]]);
  await expect(rig.run("undo", "12")).rejects.toThrow("/undo");
});

test.each([
  ["older than the server forgets without a trace", sentBefore(limits.undoneMs + 1)],
  ["deleted already", { ...sentBefore(1), body: "", deletedAt: noon }],
  ["of somebody else", { ...say(1, ann, "mine"), sentAt: noon }],
])("nothing is taken back that is %s", async (_what, message) => {
  const { rig } = here([message]);
  await expect(rig.run("undo")).rejects.toThrow("/delete");
  expect(rig.asked).toEqual([]);
});

test("what waits here goes, however long it has waited; what was refused does not count", async () => {
  const id = makeId<MessageId>();
  const item = (roomId: string, status: OutboxItem["status"]) =>
    ({
      ...{ key: status, by: me.id, createdAt: noon - 3_600_000, status, error: null },
      request: {
        name: "message:send",
        input: { id: status === "failed" ? makeId<MessageId>() : id, roomId, body: "hi" },
      },
    }) as OutboxItem;
  const { rig, roomId } = here([], ({ rooms }) =>
    [...rooms.keys()].flatMap((place) => [item(place, "waiting"), item(place, "failed")]),
  );
  expect(await rig.lines("undo")).toEqual(["Taken back. Nobody has seen it."]);
  expect(rig.asked).toEqual([["remove", [roomId, id, { isUndo: true }]]]);
});
