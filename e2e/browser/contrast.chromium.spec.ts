import { expect, test } from "./rig/test.ts";

test("more contrast is there as soon as the system asks for it, and from the first paint", async ({
  server,
  visit,
}) => {
  await server.setUp("Ada");
  const { page } = await visit();
  const line = () => page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--line-control"));
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole("textbox", { name: "Username" }).waitFor();
  const usual = await line();
  await page.emulateMedia({ contrast: "more" });
  await expect.poll(line).not.toBe(usual);
  // Before anything of ours but the small script in the head has run.
  await page.reload({ waitUntil: "commit" });
  await page.locator("body").waitFor({ state: "attached" });
  expect(await page.evaluate(() => "contrastAsked" in document.documentElement.dataset)).toBe(true);
  await page.getByRole("textbox", { name: "Username" }).waitFor();
  await page.emulateMedia({ contrast: "no-preference" });
  await expect.poll(line).toBe(usual);
});
