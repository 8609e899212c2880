import { type BrowserContextOptions, test as base, expect } from "@playwright/test";
import { type Demo, startDemo } from "../../demo/start.ts";
import { Chat } from "./chat.ts";
import { Guard } from "./guard.ts";
import { TestServer } from "./server.ts";

interface Fixtures {
  /** Of the server, beside those that every test has. */
  settings: Readonly<Record<string, string>>;
  /** Whether browsers keep the page, to open it with the server away: it takes each a second to fetch all of its parts. */
  keepsPage: boolean;
  /** A server for this test alone, listening. */
  server: TestServer;
  guard: Guard;
  /** A browser of somebody else: nothing shared with the others. */
  visit: (options?: BrowserContextOptions) => Promise<Chat>;
}

interface WorkerFixtures {
  /** A server full of people and talk. Tests that use it change nothing that others look at. */
  demo: Demo;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  settings: [{}, { option: true }],
  keepsPage: [false, { option: true }],

  server: async ({ settings }, use) => {
    const server = new TestServer(settings);
    await server.start();
    await use(server);
    await server.stop();
  },

  guard: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const guard = new Guard();
      await use(guard);
      expect(guard.problems).toEqual([]);
    },
    { auto: true },
  ],

  visit: async ({ browser, guard, keepsPage, contextOptions }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, ...options });
      contexts.push(context);
      if (!keepsPage) await context.addInitScript(keepNothing);
      let url = "";
      await guard.watch(context, () => url);
      context.on("request", (request) => {
        if (url === "" && request.isNavigationRequest()) url = request.url();
      });
      return new Chat(await context.newPage());
    });
    guard.pagesClose();
    for (const context of contexts) await context.close();
  },

  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const demo = await startDemo({ port: 0, now: Date.now(), longRoom: 2_000 });
      await use(demo);
      await demo.stop();
    },
    { scope: "worker" },
  ],
});

/** Runs in the page, before it: registering is refused, as private windows refuse it. */
function keepNothing(): void {
  // Over plain http from elsewhere there is none.
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register = () => Promise.reject(new Error("Not in this test."));
}

export { expect };
