import type { Message } from "@parley/contract";
import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { entryOf, person, stateWith } from "../../test/rig/state.ts";
import { pollLines } from "../polls/words.ts";

const me = person("Me");
const room = entryOf({ messages: [] });
const { id: roomId } = room.state.room;
const poll = { answers: ["Soup", "Salad", "Noodles"], isMultiple: true } as const;
const message = {
  id: "m",
  seq: 12,
  body: "Lunch?",
  poll: { ...poll, answers: [...poll.answers] },
} as unknown as Message;
const votes = { counts: [2, 0, 1], voters: 2, mine: { chosen: [0, 2], at: 3 } };

const here = (found: Message[] = [message]) =>
  new CommandRig({
    state: stateWith({ me, rooms: [room] }),
    roomId,
    replies: {
      "message:list": { messages: found, people: [] },
      "poll:vote": { rev: 3, seq: 12, ...votes },
      "poll:close": { ...message, poll: { answers: ["Soup", "Salad"], closedAt: 5 } },
    },
  });

test("asks a question with its answers", async () => {
  const rig = here();
  expect(await rig.lines("poll", "Lunch? | Soup | Salad")).toEqual(["Asking: Lunch?"]);
  expect(rig.asked.at(-1)).toEqual(["sendPoll", [roomId, "Lunch?", { answers: ["Soup", "Salad"] }]]);
  await rig.lines("poll", "--anonymous --several Lunch? | Soup | Salad");
  const options = { isMultiple: true, isAnonymous: true };
  expect(rig.asked.at(-1)).toEqual(["sendPoll", [roomId, "Lunch?", { answers: ["Soup", "Salad"], ...options }]]);
  for (const wrong of ["", "Lunch?", "Lunch? | Soup", "--often Lunch? | Soup | Salad"])
    await expect(here().run("poll", wrong)).rejects.toThrow("/poll Question");
});

test("votes by the numbers of answers, and shows the result", async () => {
  const rig = here();
  expect(await rig.lines("vote", "12 1,3")).toEqual([
    "You voted in the poll 12.",
    "██████████ 100% (2)  1. Soup ✓",
    "░░░░░░░░░░   0% (0)  2. Salad",
    "█████░░░░░  50% (1)  3. Noodles ✓",
    "[poll, several answers, 2 people voted]",
  ]);
  expect(rig.asked.at(-1)).toEqual(["poll:vote", { roomId, seq: 12, chosen: [0, 2] }]);
  await rig.run("vote", "12 none");
  expect(rig.asked.at(-1)).toEqual(["poll:vote", { roomId, seq: 12, chosen: [] }]);
  await expect(here().run("vote", "12 4")).rejects.toThrow("1 to 3");
  await expect(here().run("vote", "12")).rejects.toThrow("/vote 12 1");
  await expect(here([]).run("vote", "12 1")).rejects.toThrow("no poll");
});

test("before one has voted there are answers alone; once it is closed, the result", async () => {
  const { mine: _, ...others } = votes;
  expect(pollLines({ ...message, votes: others })).toEqual([
    "1. Soup",
    "2. Salad",
    "3. Noodles",
    "[poll, several answers, 2 people voted]",
  ]);
  expect(await here().lines("close-poll", "12")).toEqual(["The poll 12 is closed: its result is final."]);
  const closed = { ...message, poll: { answers: ["Soup", "Salad"], isAnonymous: true as const, closedAt: 5 } };
  expect(pollLines(closed).at(-1)).toBe("[anonymous poll, 0 people voted, closed]");
});
