import type { Browser, CDPSession, Page } from "@playwright/test";

const stepMs = 16;
const stepPx = 240;
const pressMs = 80;
const settleMs = 150;

export interface SignIn {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

export async function signedIn(browser: Browser, { url, username, password }: SignIn): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Rooms" }).getByRole("status").getByText("Live").waitFor();
  return page;
}

export interface Frames {
  readonly frames: number;
  readonly p95: number;
  readonly longest: number;
  readonly pictures: number;
}

/** How long frames take while the conversation on the page is scrolled up, and how many pictures were seen. */
export async function scrollFrames(page: Page, seconds: number): Promise<Frames> {
  const log = page.getByRole("log");
  await log.getByRole("article").first().waitFor();
  await page.waitForTimeout(3_000);
  await log.hover();
  await page.evaluate(watchFrames);
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; ) {
    await page.mouse.wheel(0, -stepPx);
    await page.waitForTimeout(stepMs);
  }
  const { frames, pictures } = await page.evaluate(() => (globalThis as unknown as Watched).framesSeen());
  const sorted = frames.sort((one, other) => one - other);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return { frames: sorted.length, p95: at(0.95), longest: at(1), pictures };
}

/** What the page holds (in MB) before and after going from room to room, once each has been shown several times. */
export async function heapAfter(page: Page, rooms: number, switches: number): Promise<{ first: number; last: number }> {
  const devtools = await page.context().newCDPSession(page);
  const links = page.getByRole("navigation", { name: "Rooms" }).getByRole("link", { name: /pictures-/ });
  const go = async (times: number) => {
    for (let at = 0; at < times; at += 1) {
      await links.nth(at % rooms).click({ delay: pressMs });
      await page.getByRole("log").getByRole("article").first().waitFor();
      await page.waitForTimeout(settleMs);
    }
  };
  await go(rooms * 10);
  const first = await heapMegabytes(devtools);
  await go(switches);
  return { first, last: await heapMegabytes(devtools) };
}

async function heapMegabytes(devtools: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) await devtools.send("HeapProfiler.collectGarbage");
  return (await devtools.send("Runtime.getHeapUsage")).usedSize / 1_024 ** 2;
}

interface Watched {
  framesSeen(): { frames: number[]; pictures: number };
}

/** Runs in the page: measures every frame from now on, and counts pictures that came. */
function watchFrames(): void {
  const frames: number[] = [];
  const pictures = new Set<string>();
  const next = (before: number): number =>
    requestAnimationFrame((now) => {
      frames.push(now - before);
      next(now);
    });
  requestAnimationFrame((now) => next(now));
  const onLoad = (event: Event) => {
    const row = event.target instanceof HTMLImageElement ? event.target.closest("[data-row]") : null;
    if (row !== null) pictures.add((row as HTMLElement).dataset.row ?? "");
  };
  document.addEventListener("load", onLoad, { capture: true });
  Object.assign(globalThis, { framesSeen: () => ({ frames, pictures: pictures.size }) });
}
