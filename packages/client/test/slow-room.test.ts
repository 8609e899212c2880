import { ParleyError } from "@parley/contract";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newMailbox, Sender, settled } from "./model/sender.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

test("in a slow room new messages go one by one, each in its time; what is about older ones does not wait", async () => {
  const sender = new Sender(newMailbox());
  await sender.start();
  const slow = () => new ParleyError("rate_limited", "Slowly.", { retryAfterMs: 60_000 });
  const older = await sender.send("older");
  await sender.attempts[0]?.succeed();
  const waiting = await sender.send("one");
  await sender.attempts[1]?.fail(slow());
  await sender.send("two");
  await sender.messages.edit(sender.roomId, waiting, "one, better");
  await sender.messages.edit(sender.roomId, older, "older, better");
  await settled();
  const sent = () => sender.attempts.map(({ name }, at) => `${name.split(":")[1]} ${sender.bodies()[at]}`);
  expect(sent().slice(2)).toEqual(["edit older, better"]);
  await sender.attempts[2]?.succeed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent().slice(3)).toEqual(["send one"]);
  await sender.attempts[3]?.succeed();
  expect(sent().slice(4)).toEqual(["send two"]);
  await sender.attempts[4]?.fail(slow());
  expect(sent().slice(5)).toEqual(["edit one, better"]);
  await sender.attempts[5]?.succeed();
  await vi.advanceTimersByTimeAsync(60_000);
  await sender.attempts[6]?.succeed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent().slice(6)).toEqual(["send two"]);
  sender.crash();
});
