import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { entryOf, noon, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann");
const first = say(1, ann, "the *address*\nis there");
const room = entryOf({ messages: [first, say(2, ann, "two")], saved: [2] });
const gone = entryOf({ room: { name: "Gone" } });
const { id: roomId } = room.state.room;

const here = (replies: ConstructorParameters<typeof CommandRig>[0]["replies"] = {}) =>
  new CommandRig({ state: stateWith({ me, people: [ann], rooms: [room] }), roomId, replies });

test("keeps a message for later, and no longer", async () => {
  const rig = here({ "saved:add": { savedAt: noon }, "saved:remove": {} });
  expect(await rig.lines("save", "#1")).toEqual(["Message 1 is kept for later: /saved lists what is."]);
  expect(await rig.lines("save", "2")).toEqual(["Message 2 is kept no longer."]);
  expect(rig.asked).toEqual([
    ["saved:add", { roomId, seq: 1 }],
    ["saved:remove", { roomId, seq: 2 }],
  ]);
  for (const text of ["", "0", "one", "1 and more"]) await expect(rig.run("save", text)).rejects.toThrow("/save 12");
});

test("lists what is kept, and says what cannot be seen any more", async () => {
  const lost = { roomId: gone.state.room.id, seq: 7, savedAt: noon, message: null };
  const entries = [{ roomId, seq: 1, savedAt: noon + 1, message: first }, lost];
  expect(await here({ "saved:list": { entries, people: [ann], next: null } }).lines("saved")).toEqual([
    "Kept for later",
    "  #lobby 1  Ann  the *address* is there  12:00",
    "  In a room that you are not in any more",
  ]);
  expect(await here({ "saved:list": { entries: [], people: [], next: null } }).lines("saved")).toEqual([
    "You keep nothing for later. /save 12 does.",
  ]);
});
