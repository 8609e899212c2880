import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { entryOf, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann");
const messages = [say(1, ann, "one"), say(2, ann, { body: "", deletedAt: 1 }), say(3, me, "three")];
const here = entryOf({ messages });
const ops = entryOf({ room: { name: "Ops", isLobby: false } });
const { id: roomId } = here.state.room;
const { id: opsId } = ops.state.room;

const rig = () =>
  new CommandRig({
    state: stateWith({ me, people: [ann], rooms: [here, ops] }),
    roomId,
    replies: {
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
  for (const text of ["", "1", "#ops", "3-1 #ops", "0 #ops"])
    await expect(rig().run("forward", text)).rejects.toThrow("/forward 12 #room");
  await expect(rig().run("forward", "1-51 #ops")).rejects.toThrow("At most 50 messages");
});
