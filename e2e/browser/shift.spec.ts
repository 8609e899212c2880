import { fillMixedRoom } from "./rig/mixed-room.ts";
import { scrollAndMeasure } from "./rig/scrolling.ts";
import { picturesHaveCome, shiftsSeen, watchShifts } from "./rig/shifts.ts";
import { expect, test } from "./rig/test.ts";

test("500 messages of all kinds load and are scrolled through, and nothing shifts", async ({ server, visit }) => {
  await server.setUp("Ada");
  await fillMixedRoom(server, "Ada", 500);
  const chat = await visit();
  await chat.signIn(server, "Ada");
  await chat.openRoom("lobby");
  // Pictures come when everything else stands already: whatever they move is seen.
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await chat.page.route(/\/(thumbnail|stickers|poster)\b/, async (route) => {
    await released;
    await route.continue();
  });
  await chat.page.evaluate(watchShifts);
  await chat.openRoom("mixed");
  await expect(chat.message("Last")).toBeInViewport();
  await expect(chat.log.locator("img").first()).toBeAttached();
  release();
  await expect.poll(() => chat.page.evaluate(picturesHaveCome)).toBe(true);
  expect(await chat.page.evaluate(shiftsSeen)).toEqual({ told: [], seen: [] });

  const { moved, seen } = await chat.page.evaluate(scrollAndMeasure, { steps: 70, stepPx: 640, frames: 3 });
  expect(moved).toEqual([]);
  expect(seen).toBeGreaterThan(300);
  expect((await chat.page.evaluate(shiftsSeen)).seen).toEqual([]);
});
