import { scrollAndMeasure } from "./rig/scrolling.ts";
import { expect, test } from "./rig/test.ts";

test("older messages load without moving what is on screen, not by a pixel", async ({ demo, visit }) => {
  const chat = await visit();
  await chat.signInByLink(demo);
  await chat.page.goto(`${demo.url}/r/${demo.roomId("kitchen table")}`);
  await expect(chat.log.getByRole("article").first()).toBeVisible();
  // Everything that turns is a frame each time, also where nobody sees it.
  await expect.poll(() => chat.page.evaluate(() => document.getAnimations().length)).toBe(0);
  const { moved, seen } = await chat.page.evaluate(scrollAndMeasure, { steps: 60, stepPx: 400 });
  expect(seen, "messages that came by").toBeGreaterThan(200);
  expect(moved, "rows that moved otherwise than by the scroll").toEqual([]);
});
