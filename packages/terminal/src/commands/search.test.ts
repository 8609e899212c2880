import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { directWith, entryOf, noon, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann Lee", { handle: "ann_lee" });

test("/search lists what is found, with what leads there before it", async () => {
  const here = entryOf({});
  const apart = directWith(me, ann, {});
  const sticker = { setId: "moments", stickerId: "1f355", emoji: "🍕", width: 256, height: 256 };
  const long = `${"so it goes ".repeat(30)}pizza ${"and on ".repeat(40)}`;
  const hits = [
    { roomId: here.state.room.id, message: say(7, ann, "Pizza\u001b[2J\nat eight"), marks: [[0, 5]] },
    { roomId: apart.state.room.id, message: say(9, me, "||pizza||"), marks: [[2, 7]] },
    { roomId: here.state.room.id, message: say(8, ann, long), marks: [[330, 335]] },
    { roomId: here.state.room.id, message: { ...say(10, ann, ""), sticker }, marks: [] },
  ] as const;
  const rig = new CommandRig({
    state: stateWith({ me, people: [ann], rooms: [here, apart] }),
    roomId: here.state.room.id,
    replies: {
      "search:messages": {
        hits: hits.map(({ marks, ...hit }) => ({ ...hit, marks: marks.map(([start, end]) => [start, end]) })),
        people: [me, ann],
        rooms: [],
        cursor: "1-0",
        isComplete: false,
      },
    },
  });
  const [first, second, third, fourth, ...rest] = await rig.lines("search", "pizza");
  expect(first).toBe("7 12:00 Ann Lee: Pizza␛[2J at eight");
  expect(second).toBe("@ann_lee 9 12:00 Me: ▒▒▒");
  expect(third).toMatch(/^8 12:00 Ann Lee: ….*so it goes pizza and on .*…$/);
  expect(fourth).toBe("10 12:00 Ann Lee: [sticker 🍕]");
  expect(rest).toEqual([
    "There is more: say more exactly what to look for.",
    "Older messages are still being looked through: there may be more.",
  ]);
  expect(rig.asked[0]).toMatchObject(["search:messages", { text: "pizza", timeZone: expect.any(String) }]);
  const { facts } = await rig.run("search", "pizza");
  expect(facts[1]).toMatchObject({ type: "hit", room: "@ann_lee", seq: 9, from: "me", sentAt: noon + 9_000 });
  await expect(rig.run("search")).rejects.toThrow("Say what to look for");
});
