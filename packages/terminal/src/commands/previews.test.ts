import { openRules, ParleyError } from "@parley/contract";
import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { directWith, entryOf, person, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann");
const shown = "Links written here show what is behind them, if this server looks.";
const hidden = "Links written here show nothing of what is behind them.";

test("/previews says whether links are looked behind, and changes it for everybody in a private conversation", async () => {
  const direct = directWith(me, ann);
  const { id: roomId } = direct.state.room;
  const rig = new CommandRig({
    state: stateWith({ me, people: [ann], rooms: [direct] }),
    roomId,
    replies: {
      "room:set-previews": ({ areOn }) => ({ ...direct.state.room, rules: { ...openRules, linkPreviews: areOn } }),
    },
  });
  expect(await rig.lines("previews")).toEqual([shown]);
  expect(rig.asked).toEqual([]);
  expect(await rig.lines("previews", "off")).toEqual([hidden]);
  expect((await rig.run("previews", "ON")).facts).toEqual([{ type: "previews", areOn: true }]);
  expect(rig.asked).toEqual([
    ["room:set-previews", { roomId, areOn: false }],
    ["room:set-previews", { roomId, areOn: true }],
  ]);
});

test("what cannot be understood asks nothing, and without the right nothing changes", async () => {
  const room = entryOf({ room: { rules: { ...openRules, linkPreviews: false } } });
  const rig = new CommandRig({
    state: stateWith({ me, rooms: [room] }),
    roomId: room.state.room.id,
    replies: {
      "room:set-previews": () => {
        throw new ParleyError("forbidden", "Only moderators may do that.");
      },
    },
  });
  for (const wrong of ["maybe", "on please", "1"])
    await expect(rig.run("previews", wrong)).rejects.toThrow("Write it as /previews on or /previews off.");
  expect(rig.asked).toEqual([]);
  await expect(rig.run("previews", "on")).rejects.toThrow("Only moderators");
  expect(await rig.lines("previews")).toEqual([hidden]);
});
