import { gzipSync } from "node:zlib";
import { type MessageId, newId } from "@parley/contract";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { debianBrowsers } from "../browser/rig/engines.ts";
import { makeRoomOf } from "../proof/rig/crowd.ts";
import { freePort, password, request, startParley, temporaryFolder } from "../proof/rig/parley.ts";
import { median } from "./load.ts";
import type { Row } from "./row.ts";
import { webPace } from "./web-pace.ts";

const lastWords = "These are the last words of the room.";

/** The web client in Chromium: what the first load weighs, how long a warm start takes to show the last room, its pace. */
export async function webClient(): Promise<Row[]> {
  const port = await freePort();
  const server = await startParley({ data: temporaryFolder("bench"), port });
  const { people, roomId } = await makeRoomOf(port, 1);
  const [person] = people;
  if (person === undefined) throw new Error("nobody");
  for (let at = 0; at < 60; at += 1)
    await request(port, {
      name: "message:send",
      input: { id: newId<MessageId>(Date.now()), roomId, body: at === 59 ? lastWords : `Message ${at} of sixty.` },
      token: person.token,
    });
  const browser = await chromium.launch(debianBrowsers.chromium.launchOptions);
  const weighRoom = async (fresh: BrowserContext): Promise<number> => {
    const page = await fresh.newPage();
    const weight = weigh(page);
    await page.goto(`http://127.0.0.1:${port}/r/${roomId}`);
    await page.getByRole("log").getByText(lastWords).waitFor();
    const bytes = await weight();
    await fresh.close();
    return bytes;
  };
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByLabel("Username").fill(person.username);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("navigation", { name: "Rooms" }).getByText("harbour").first().click();
    await page.getByRole("log").getByText(lastWords).waitFor();
    const kibibytes =
      (await weighRoom(await browser.newContext({ storageState: await context.storageState() }))) / 1024;
    const times: number[] = [];
    await page.addInitScript(watchFor, lastWords);
    for (let round = 0; round < 7; round += 1) {
      await page.waitForTimeout(1_500);
      await page.reload({ waitUntil: "commit" });
      times.push(
        await page
          .waitForFunction(() => performance.getEntriesByName("painted")[0]?.startTime)
          .then((handle) => handle.jsonValue() as Promise<number>),
      );
    }
    const warm = median(times);
    return [
      {
        row: "13",
        what: "web: first load of a conversation (page, scripts, styles, gzip); warm start to the last room painted",
        against: "Chromium",
        reach: "150 KB; 300 ms",
        later: "110; 150",
        measured: `${kibibytes.toFixed(1)} KB (of 1,024 bytes); ${warm.toFixed(0)} ms`,
        isMet: kibibytes <= 150 && warm <= 300,
      },
      ...(await webPace(browser)),
    ];
  } finally {
    await browser.close();
    await server.end("SIGKILL");
  }
}

/** Adds up, compressed, what the page loads from now on. */
function weigh(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    const isCounted = ["document", "script", "stylesheet"].includes(response.request().resourceType());
    if (!isCounted || !response.ok()) return;
    sizes.push(
      response.body().then(
        (body) => gzipSync(body, { level: 9 }).length,
        () => 0,
      ),
    );
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Runs in the page: marks the frame after the one in which the words came into the log. */
function watchFor(words: string): void {
  const look = (): void => {
    if (!document.querySelector('[role="log"]')?.textContent.includes(words)) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark("painted")));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}
