import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

test("on a phone: the list, a room, back, and fingers find everything", async ({ server, visit, browserName }) => {
  await server.setUp("Ada");
  const viewport = { width: 390, height: 844 };
  // Firefox cannot pretend to have fingers instead of a mouse.
  const hasTouch = browserName !== "firefox";
  const phone = await visit(hasTouch ? { viewport, hasTouch, isMobile: true } : { viewport });
  await phone.signIn(server, "Ada");
  await expect(phone.box).toBeHidden();
  await phone.openRoom("lobby");
  await expect(phone.rooms).toBeHidden();
  await phone.sendStored("From the bus");

  const sideways = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBe(0);
  expect(await phone.page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(hasTouch);
  if (hasTouch) await expectFingersToFit(phone);

  await phone.page.getByRole("link", { name: "Back to the rooms" }).click();
  await expect(phone.room("lobby")).toContainText("From the bus");
  await phone.page.goBack();
  await expect(phone.message("From the bus")).toBeVisible();
});

async function expectFingersToFit(phone: Chat): Promise<void> {
  const fontSize = await phone.box.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
  expect(fontSize, "smaller text makes phones zoom in on focus").toBeGreaterThanOrEqual(16);
  const back = phone.page.getByRole("link", { name: "Back to the rooms" });
  for (const target of [back, phone.button("Members"), phone.button("More"), phone.button("Record a voice message")]) {
    const { width = 0, height = 0 } = (await target.boundingBox()) ?? {};
    expect(Math.min(width, height), `the size of ${target}`).toBeGreaterThanOrEqual(44);
  }
}
