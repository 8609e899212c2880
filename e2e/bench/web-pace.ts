import type { Browser, CDPSession, Page } from "@playwright/test";
import { type Demo, startDemo } from "../demo/start.ts";
import { median } from "./load.ts";
import type { Row } from "./row.ts";

const longRoom = 100_000;
const throttle = 4;
const known = 5;
const rounds = 60;
const pressMs = 80;
const scrollMs = 15_000;

/** How quick the web client is in hand, with 200 rooms: from a click to the next room, and while a long one is scrolled. */
export async function webPace(browser: Browser): Promise<Row[]> {
  const demo = await startDemo({ port: 0, now: Date.now(), longRoom });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await page.goto(demo.links[0]?.link ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("navigation", { name: "Rooms" }).getByRole("status").getByText("Live").waitFor();
    await waitForSearch(page);
    return [await switching(page, devtools), await scrolling(page, devtools, demo)];
  } finally {
    await context.close();
    await demo.stop();
  }
}

/** A server that was given a hundred thousand messages at once goes through them first, and takes half of a core. */
async function waitForSearch(page: Page): Promise<void> {
  for (let isComplete = false; !isComplete; ) {
    await page.waitForTimeout(500);
    isComplete = await page.evaluate(async () => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch("/api/search/messages", { method: "POST", headers, body: '{"text":"anything "}' });
      return (await answer.json()).data.isComplete;
    });
  }
}

/** Between five rooms that were open before: from the event's own time to the end of the frame with the messages. */
async function switching(page: Page, devtools: CDPSession): Promise<Row> {
  const rooms = await page.locator("nav li a").all();
  const go = async (round: number): Promise<void> => {
    const box = await rooms[round % known]?.boundingBox();
    // By the mouse alone, and without asking again and again: what Playwright does in the page would be slowed down, and
    // measured, too.
    const switched = page.evaluate(
      () => new Promise((resolve) => addEventListener("switched", resolve, { once: true })),
    );
    // A finger stays down for a while, and meanwhile the room is made ready (use-pressed-room.ts); the click opens it.
    await page.mouse.click((box?.x ?? 0) + 80, (box?.y ?? 0) + 20, { delay: pressMs });
    await switched;
    await page.waitForTimeout(500);
  };
  await page.evaluate(watchSwitches);
  for (let round = 0; round < known; round += 1) await go(round);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  for (let round = known; round < known + rounds; round += 1) await go(round);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const all = await page.evaluate(() => performance.getEntriesByName("switched").map((entry) => entry.duration));
  const times = all.slice(known);
  const middle = median(times);
  return {
    row: "13",
    what: `web: from the click to the messages of a room that is known, processor slowed ${throttle} ×, 200 rooms, button down for ${pressMs} ms (median; worst of ${rounds})`,
    against: "Chromium",
    reach: "100 ms",
    later: "",
    measured: `${middle.toFixed(0)} ms; ${Math.max(...times).toFixed(0)} ms`,
    isMet: middle <= 100,
  };
}

async function scrolling(page: Page, devtools: CDPSession, demo: Demo): Promise<Row> {
  await page.goto(`${demo.url}/r/${demo.roomId("kitchen table")}`);
  const log = page.getByRole("log");
  await log.getByRole("article").first().waitFor();
  await log.hover();
  const before = await heapMegabytes(devtools);
  await page.evaluate(watchFrames);
  for (const end = Date.now() + scrollMs; Date.now() < end; ) {
    await page.mouse.wheel(0, -240);
    await page.waitForTimeout(16);
  }
  const frames = await page.evaluate(() => performance.getEntriesByName("frame").map((entry) => entry.duration));
  const grown = (await heapMegabytes(devtools)) - before;
  const late = [...frames].sort((one, other) => one - other)[Math.floor(frames.length * 0.95)] ?? Number.NaN;
  return {
    row: "13",
    what: `web: scrolling up through ${longRoom} messages for ${scrollMs / 1000} s: frame, p95; memory not given back`,
    against: "Chromium",
    reach: "20 ms; 10 MB",
    later: "",
    measured: `${late.toFixed(1)} ms; ${grown.toFixed(1)} MB`,
    isMet: late <= 20 && grown <= 10,
  };
}

async function heapMegabytes(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  return (await devtools.send("Runtime.getHeapUsage")).usedSize / 1024 ** 2;
}

/** Runs in the page: measures each click until the frame is over in which other messages stand in the log. */
function watchSwitches(): void {
  const firstRow = () => document.querySelector(':not([aria-hidden]) > div > [role="log"] article');
  const onClick = (event: MouseEvent): void => {
    const old = firstRow();
    const observer = new MutationObserver(() => {
      const row = firstRow();
      if (row === null || row === old) return;
      observer.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          performance.measure("switched", { start: event.timeStamp, end: performance.now() });
          dispatchEvent(new Event("switched"));
        }),
      );
    });
    observer.observe(document, { attributes: true, childList: true, subtree: true });
  };
  addEventListener("click", onClick, { capture: true });
}

/** Runs in the page: measures every frame from now on. */
function watchFrames(): void {
  const next = (start: number): number =>
    requestAnimationFrame((end) => {
      performance.measure("frame", { start, end });
      next(end);
    });
  requestAnimationFrame(next);
}
