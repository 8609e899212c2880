import type { CDPSession } from "@playwright/test";
import { countWhileScrolling } from "./rig/counting.ts";
import { expect, test } from "./rig/test.ts";

/*
 * How much is done, rather than how long it takes: a count is the same on every machine. How long it takes is measured
 * by `npm run bench -- --rows 13`.
 */

test("going to a room that is known takes little work, with two hundred in the list", async ({ demo, visit }) => {
  const chat = await visit();
  await chat.signInByLink(demo);
  const rooms = chat.rooms.getByRole("listitem");
  expect(await rooms.count(), "rooms in the list").toBeGreaterThan(150);
  const names = ["summer party", "lobby", "soup", "kitchen table"];
  for (const name of names) {
    await chat.openRoom(name);
    await expect(chat.log.getByRole("article").first()).toBeVisible();
  }
  const devtools = await chat.page.context().newCDPSession(chat.page);
  await devtools.send("Profiler.enable");
  await devtools.send("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  for (const name of names) {
    await functionCalls(devtools);
    const shown = await chat.room(name).first().evaluate(follow);
    expect(shown, `messages of "${name}" in the frame after the click`).toBeGreaterThan(5);
    expect(await functionCalls(devtools), `function calls for "${name}"`).toBeLessThan(300_000);
  }
});

test("a long conversation keeps in the page and in memory what is near the screen", async ({ demo, visit }) => {
  const chat = await visit();
  await chat.signInByLink(demo);
  await chat.page.goto(`${demo.url}/r/${demo.roomId("kitchen table")}`);
  await expect(chat.log.getByRole("article").first()).toBeVisible();
  const devtools = await chat.page.context().newCDPSession(chat.page);
  await chat.page.evaluate(countWhileScrolling, { messages: 200, stepPx: 300 });
  const before = await heapBytes(devtools);
  const { seen, mostRows, blankFrames } = await chat.page.evaluate(countWhileScrolling, {
    messages: 1_200,
    stepPx: 300,
  });
  expect(seen, "messages that came by").toBeGreaterThanOrEqual(1_200);
  expect(mostRows, "rows in the page at once").toBeLessThan(80);
  expect(blankFrames, "frames with nothing where a message belongs").toBe(0);
  expect((await heapBytes(devtools)) - before, "bytes of memory that were not given back").toBeLessThan(8_000_000);
});

/** Runs in the page: follows a link, and answers how many messages the next frame shows. */
async function follow(link: Element): Promise<number> {
  if (!(link instanceof HTMLElement)) throw new Error("That is no link.");
  link.click();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return document.querySelectorAll("[role=log] article").length;
}

/** Of the page's own scripts, since it was last asked. */
async function functionCalls(devtools: CDPSession): Promise<number> {
  const { result } = await devtools.send("Profiler.takePreciseCoverage");
  const functions = result.filter(({ url }) => url.includes("/assets/")).flatMap((script) => script.functions);
  return functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}

async function heapBytes(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  return (await devtools.send("Runtime.getHeapUsage")).usedSize;
}
