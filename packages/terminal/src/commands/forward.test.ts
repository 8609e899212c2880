import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { entryOf, makeId, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann");
const messages = [say(1, ann, "one"), say(2, ann, { body: "", deletedAt: 1 }), say(3, me, "three")];
const here = entryOf({ messages });
const ops = entryOf({ room: { name: "Ops", isLobby: false } });
const { id: roomId } = here.state.room;
const { id: opsId } = ops.state.room;
const { state: thread } = entryOf({
  room: { id: makeId(), name: "", isLobby: false, thread: { roomId: opsId, seq: 4 } },
});

const rig = () =>
  new CommandRig({
    state: stateWith({ me, people: [ann], rooms: [here, ops] }),
    roomId,
    replies: {
      "thread:open": thread,
      "message:list": ({ seqs }) => ({ messages: messages.filter(({ seq }) => seqs.includes(seq)), people: [] }),
    },
  });

test("carries messages into another room, but not what was deleted", async () => {
  const one = rig();
  expect(await one.lines("forward", "1 #ops")).toEqual(["Message 1 goes to #ops."]);
  expect(one.asked.at(-1)).toEqual(["forward", { from: roomId, messages: [messages[0]], to: [opsId], comment: "" }]);
  const several = rig();
  expect(await several.lines("forward", "1-3 #ops")).toEqual(["2 messages go to #ops."]);
  await expect(rig().run("forward", "2 #ops")).rejects.toThrow("no such message");
  for (const text of ["", "1", "#ops", "3-1 #ops", "0 #ops", "1 #ops thread 0"])
    await expect(rig().run("forward", text)).rejects.toThrow("/forward 12 #room");
  await expect(rig().run("forward", "1-51 #ops")).rejects.toThrow("At most 50 messages");
});

test("carries messages into the thread of a message there, which is opened for it", async () => {
  const one = rig();
  expect(await one.lines("forward", "1 #ops thread 4")).toEqual(["Message 1 goes to the thread of message 4 in #ops."]);
  expect(one.asked.slice(-2)).toEqual([
    ["thread:open", { roomId: opsId, seq: 4 }],
    ["forward", { from: roomId, messages: [messages[0]], to: [thread.room.id], comment: "" }],
  ]);
  expect((await rig().run("forward", "1-3 #ops thread #4")).facts).toEqual([
    { type: "forwarded", seqs: [1, 3], to: "#ops", thread: 4 },
  ]);
});
