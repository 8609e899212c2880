import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { entryOf, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann");
const preview = { url: "https://news.example/", title: "News" };
const mine = say(3, me, { body: "https://news.example", preview });
const hers = say(4, ann, { body: "https://news.example", preview });
const bare = say(5, me, "nothing");

function here(messages: readonly (typeof mine)[]) {
  const entry = entryOf({ messages });
  const { id: roomId } = entry.state.room;
  const replies = {
    "preview:remove": mine,
    "message:list": ({ seqs }: { seqs: number[] }) => ({
      messages: messages.filter(({ seq }) => seqs.includes(seq)),
      people: [],
    }),
  };
  return { roomId, rig: new CommandRig({ state: stateWith({ me, people: [ann], rooms: [entry] }), roomId, replies }) };
}

test("/unlink takes the preview off my last message that has one, or off the one of a number", async () => {
  const { rig, roomId } = here([mine, hers, bare]);
  expect(await rig.lines("unlink")).toEqual(["The preview is off message 3."]);
  expect((await rig.run("unlink", "#4")).facts).toEqual([{ type: "unlinked", seq: 4 }]);
  expect(rig.asked.filter(([name]) => name === "preview:remove")).toEqual([
    ["preview:remove", { roomId, messageId: mine.id }],
    ["preview:remove", { roomId, messageId: hers.id }],
  ]);
  await expect(rig.run("unlink", "5")).rejects.toThrow("Message 5 has no preview.");
  await expect(rig.run("unlink", "5 please")).rejects.toThrow("/unlink 12");
  await expect(here([hers]).rig.run("unlink")).rejects.toThrow("No message of yours");
});
