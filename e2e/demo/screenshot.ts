/** `npm run screenshot`: the picture in README.md, taken from the demonstration. */
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { buildWeb } from "../../bin/web-build.ts";
import { debianBrowsers } from "../browser/rig/engines.ts";
import { startDemo } from "./start.ts";

await buildWeb();
const demo = await startDemo({ port: 0, now: Date.now(), longRoom: 3_000 });
const browser = await chromium.launch(debianBrowsers.chromium.launchOptions);
try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
    locale: "en-GB",
  });
  const page = await context.newPage();
  await page.goto(demo.links[0]?.link ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Rooms" }).getByRole("status").getByText("Live").waitFor();
  await page.goto(`${demo.url}/r/${demo.roomId("summer party")}`);
  await page.getByRole("log", { name: "Messages" }).getByRole("article").first().waitFor();
  await page.getByRole("status").getByText("Live").waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(import.meta.dirname, "../../docs/screenshot.png"), caret: "initial" });
} finally {
  await browser.close();
  await demo.stop();
}
