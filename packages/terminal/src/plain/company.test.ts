import { newId, type UserId } from "@parley/contract";
import { beforeEach, expect, test } from "vitest";
import { Company, graceAfterGapMs, graceMs } from "./company.ts";

const [me, ann, bob] = [newId<UserId>(1), newId<UserId>(2), newId<UserId>(3)];
const names = new Map([
  [me, "me"],
  [ann, "ann"],
  [bob, "bob"],
]);

let told: string[];
let due: { at: number; then: () => void }[];
let now: number;
let company: Company;

function pass(ms: number): void {
  now += ms;
  const ready = due.filter((timer) => timer.at <= now);
  due = due.filter((timer) => timer.at > now);
  for (const { then } of ready) then();
}

const online = (...userIds: UserId[]) => company.presence({ online: userIds, offline: [], isWhole: false });
const offline = (...userIds: UserId[]) => company.presence({ online: [], offline: userIds, isWhole: false });
const whole = (...userIds: UserId[]) => company.presence({ online: userIds, offline: [], isWhole: true });

beforeEach(() => {
  told = [];
  due = [];
  now = 0;
  company = new Company({
    me,
    onCame: (userId) => told.push(`+${names.get(userId)}`),
    onWent: (userId) => told.push(`-${names.get(userId)}`),
    later: (ms, then) => {
      const timer = { at: now + ms, then };
      due.push(timer);
      return () => {
        due = due.filter((other) => other !== timer);
      };
    },
  });
});

test("those who were here before are not announced, nor am I", () => {
  whole(me, ann);
  expect(told).toEqual([]);
  online(bob);
  expect(told).toEqual(["+bob"]);
});

test("joining and coming online are one coming", () => {
  whole(me);
  company.joined(bob);
  online(bob);
  online(bob);
  expect(told).toEqual(["+bob"]);
});

test("a reconnect blip is not a coming and going", () => {
  whole(me, ann);
  offline(ann);
  pass(graceMs - 1);
  online(ann);
  pass(graceMs);
  expect(told).toEqual([]);
  offline(ann);
  pass(graceMs);
  online(ann);
  expect(told).toEqual(["-ann", "+ann"]);
});

test("leaving the room is told at once, and once", () => {
  whole(me, ann);
  company.left(ann);
  offline(ann);
  pass(graceAfterGapMs);
  expect(told).toEqual(["-ann"]);
});

test("after a gap of our own, the others have a little longer to come back", () => {
  whole(me, ann, bob);
  whole(me);
  pass(graceMs);
  online(ann);
  pass(graceAfterGapMs);
  expect(told).toEqual(["-bob"]);
});

test("somebody who came into the room without being online has not gone by not being listed", () => {
  whole(me);
  company.joined(bob);
  whole(me);
  pass(graceAfterGapMs);
  expect(told).toEqual(["+bob"]);
});

test("nothing is told after the end", () => {
  whole(me, ann);
  offline(ann);
  company.stop();
  pass(graceMs);
  expect(told).toEqual([]);
});
