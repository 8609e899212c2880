import type { Page } from "@playwright/test";
import { expect, test } from "./rig/test.ts";

test("dark is chosen once: at once, on the other device, and from the first paint after a reload", async ({
  server,
  visit,
}) => {
  await server.setUp("Ada");
  const [desk, sofa] = [await visit(), await visit()];
  await desk.signIn(server, "Ada");
  await sofa.signIn(server, "Ada");
  const light = await lightness(desk.page);
  await desk.page.goto(`${server.url}/settings`);
  await desk.page.getByText("Dark", { exact: true }).click();
  await expect.poll(() => lightness(desk.page)).toBeLessThan(light / 2);
  await expect.poll(() => lightness(sofa.page)).toBeLessThan(light / 2);

  // Before anything of ours but the small script in the head has run.
  await desk.page.goto(`${server.url}/settings`, { waitUntil: "commit" });
  await desk.page.locator("body").waitFor({ state: "attached" });
  expect(await desk.page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  await expect(desk.page.getByRole("radio", { name: "Dark" })).toBeChecked();
});

/** Of the page's background: 0 to 255. */
function lightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [red = 0] = (/\d+/.exec(getComputedStyle(document.body).backgroundColor) ?? []).map(Number);
    return red;
  });
}
