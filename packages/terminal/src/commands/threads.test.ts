import { type MessageId, newId } from "@parley/contract";
import { expect, test } from "vitest";
import { CommandRig, type CommandRigOptions } from "../../test/rig/command.ts";
import { entryOf, makeId, noon, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann");
const question = say(4, ann, "Which\ncolour?");
const reply = say(1, ann, "Blue");
const room = entryOf({ messages: [question] });
const { id: roomId } = room.state.room;
const thread = entryOf({
  room: { id: makeId(), name: "", isLobby: false, thread: { roomId, seq: 4 } },
  messages: [reply],
  unread: 1,
  isFollowed: true,
});
const opened = thread.state;

const here = (replies: CommandRigOptions["replies"] = {}, rooms = [room, thread]) =>
  new CommandRig({ state: stateWith({ me, people: [ann], rooms }), roomId, replies });

test("shows the thread of a message, or says something in it", async () => {
  const history = { messages: [reply], people: [ann], isStart: true, isEnd: true };
  const rig = here({ "thread:open": opened, "message:history": history, "message:send": say(2, me, "Red") });
  expect(await rig.lines("thread", "4")).toEqual(["The thread of message 4", "  1  Ann  Blue  12:00"]);
  expect(await rig.lines("thread", "#4 Red :tada:")).toEqual(["Said in the thread of message 4."]);
  const sent = { id: expect.any(String), roomId: opened.room.id, body: "Red 🎉" };
  expect(rig.asked.at(-1)).toEqual(["message:send", sent]);
  expect(rig.asked[0]).toEqual(["thread:open", { roomId, seq: 4 }]);
  for (const text of ["", "0", "four"]) await expect(rig.run("thread", text)).rejects.toThrow("/thread 12");
  const empty = here({ "thread:open": opened, "message:history": { ...history, messages: [] } });
  expect(await empty.lines("thread", "4")).toEqual(["Nobody has replied to message 4 yet."]);
});

test("lists the threads that I follow, with what is new in them", async () => {
  const rig = here({ "message:list": { messages: [question], people: [ann] } });
  expect(await rig.lines("threads")).toEqual(["Your threads", "  #lobby 4  Which colour?  12:00  1 new"]);
  expect((await rig.run("threads")).facts).toEqual([
    { type: "thread", roomId, seq: 4, unread: 1, text: "Which\ncolour?" },
  ]);
  const tombstone = { ...question, id: newId<MessageId>(noon), body: "", deletedAt: noon };
  const gone = here({ "message:list": { messages: [tombstone], people: [] } });
  expect((await gone.lines("threads"))[1]).toContain("(deleted)");
  expect(await here({}, [room]).lines("threads")).toEqual(["You follow no threads."]);
});
