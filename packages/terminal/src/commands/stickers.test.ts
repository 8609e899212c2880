import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { entryOf, person, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const room = entryOf({ messages: [] });
const { id: roomId } = room.state.room;
const sticker = {
  setId: "moving",
  stickerId: "1f389",
  emoji: "🎉",
  width: 256,
  height: 256,
  isAnimated: true,
} as const;
const cat = { ...{ setId: "ours", stickerId: "cat" }, emoji: "🐈", width: 512, height: 384, words: "lazy Kater" };
const sets = [
  { id: "ours", name: "Office cats", stickers: [cat] },
  { id: "moving", name: "On the move", stickers: [sticker, { ...sticker, stickerId: "1f602", emoji: "😂" }] },
];

const here = () =>
  new CommandRig({ state: stateWith({ me, rooms: [room] }), roomId, replies: { "sticker:list": { sets } } });

test("sends the sticker of an emoji, or of its name", async () => {
  for (const text of ["🎉", "tada", ":tada:"]) {
    const rig = here();
    expect(await rig.lines("sticker", text)).toEqual(["Sending the sticker 🎉."]);
    expect(rig.asked.at(-1)).toEqual(["sendSticker", [roomId, sticker]]);
  }
  await expect(here().run("sticker", "🦖")).rejects.toThrow("There is no sticker for 🦖.");
  await expect(here().run("sticker", "no such thing")).rejects.toThrow("There is no emoji");
});

test("without a name it says what there is", async () => {
  expect(await here().lines("sticker")).toEqual(["Office cats: 🐈", "On the move: 🎉 😂"]);
});

test("a sticker of the server's own is meant by the words that its maker gave it", async () => {
  const rig = here();
  const { words: _, ...shown } = cat;
  for (const text of ["kater", "KATER lazy", "🐈"]) {
    expect(await rig.lines("sticker", text)).toEqual(["Sending the sticker 🐈."]);
    expect(rig.asked.at(-1)).toEqual(["sendSticker", [roomId, shown]]);
  }
  await expect(rig.run("sticker", "lazy dog")).rejects.toThrow();
});
