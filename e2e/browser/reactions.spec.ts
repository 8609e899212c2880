import type { Locator } from "@playwright/test";
import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

test.use({ keepsPage: true });

test.beforeEach(async ({ server }) => {
  await server.setUp("Ada");
  await server.join("Bela");
});

const text = "Who brings the cake?";
const chip = (chat: Chat, name: string): Locator => chat.message(text).getByRole("button", { name, exact: true });
const quick = (chat: Chat, emoji: string): Locator => chat.button(`React with ${emoji}`);

test("two people react, by pointer and by keys, see who did, and find it again", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await ada.openRoom("lobby");
  await bela.openRoom("lobby");
  await ada.sendStored(text);

  await bela.act(text, "React");
  await expect(quick(bela, "👍")).toBeFocused();
  await bela.isAccessible("six emoji");
  await quick(bela, "👍").click();
  await expect(chip(bela, "1 person reacted with 👍, you among them")).toHaveAttribute("aria-pressed", "true");
  await chip(ada, "1 person reacted with 👍").click();
  for (const chat of [ada, bela]) await expect(chip(chat, "2 people reacted with 👍, you among them")).toBeVisible();
  await expect(chip(ada, "2 people reacted with 👍, you among them")).toHaveAttribute(
    "data-tooltip",
    "You and Bela reacted with 👍",
  );

  // Firefox gives keys to the window that is in front.
  await ada.page.bringToFront();
  await ada.message(text).focus();
  await ada.page.keyboard.press("+");
  await expect(quick(ada, "👍")).toBeFocused();
  await ada.page.keyboard.press("ArrowRight");
  await ada.page.keyboard.press("Enter");
  await expect(chip(bela, "1 person reacted with ❤️")).toBeVisible();
  await expect(ada.message(text)).toBeFocused();

  await bela.act(text, "React");
  await bela.button("More emoji").click();
  await bela.page.keyboard.type("cake");
  await bela.page.getByRole("gridcell", { name: /birthday cake/i }).click();
  await expect(chip(ada, "1 person reacted with 🎂")).toBeVisible();

  await bela.menu(text, "Who reacted");
  const dialog = bela.page.getByRole("dialog", { name: "Who reacted" });
  await expect(dialog.getByRole("listitem")).toHaveText([/Bela.*👍/, /Ada.*👍/, /Ada.*❤️/u, /Bela.*🎂/u]);
  await bela.isAccessible("who reacted");
  await bela.page.keyboard.press("Escape");

  await chip(ada, "2 people reacted with 👍, you among them").click();
  await expect(chip(bela, "1 person reacted with 👍, you among them")).toBeVisible();
  await ada.page.reload();
  await expect(chip(ada, "1 person reacted with 👍")).toHaveAttribute("aria-pressed", "false");
  await expect(chip(ada, "1 person reacted with 🎂")).toBeVisible();
  await ada.isAccessible("reactions");
});

test("a reaction made while the server is away is shown, outlives a reload, and arrives", async ({
  server,
  visit,
  guard,
}) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await ada.openRoom("lobby");
  await bela.openRoom("lobby");
  await ada.sendStored(text);
  await ada.act(text, "React");
  await quick(ada, "🎉").click();
  await expect(chip(bela, "1 person reacted with 🎉")).toBeVisible();

  await ada.isKept();
  guard.serverGoesAway();
  await server.kill();
  await expect(ada.connection).toContainText("Offline");
  await chip(ada, "1 person reacted with 🎉, you among them").click();
  await expect(chip(ada, "1 person reacted with 🎉, you among them")).toHaveCount(0);
  await ada.act(text, "React");
  await quick(ada, "😂").click();
  await expect(chip(ada, "1 person reacted with 😂, you among them")).toBeVisible();
  await ada.page.reload();
  await expect(chip(ada, "1 person reacted with 😂, you among them")).toBeVisible();
  await expect(ada.ticks(text)).toHaveText(/Sent|Delivered|Read/);

  await server.start();
  await expect(ada.connection).toHaveText("Live", { timeout: 30_000 });
  await expect(bela.connection).toHaveText("Live", { timeout: 30_000 });
  await expect(chip(bela, "1 person reacted with 😂")).toBeVisible();
  await expect(chip(bela, "1 person reacted with 🎉")).toHaveCount(0);
});

test("on a phone the menu of a message has them, large enough for fingers", async ({ server, visit, browserName }) => {
  const viewport = { width: 390, height: 844 };
  // Firefox cannot pretend to have fingers instead of a mouse.
  const hasTouch = browserName !== "firefox";
  const phone = await visit(hasTouch ? { viewport, hasTouch, isMobile: true } : { viewport });
  await phone.signIn(server, "Ada");
  await phone.openRoom("lobby");
  await phone.sendStored(text);
  await phone.message(text).dispatchEvent("contextmenu", { clientX: 100, clientY: 400 });
  const thumb = phone.page.getByRole("menuitemcheckbox", { name: "React with 👍" });
  await expect(thumb).toBeVisible();
  await phone.isAccessible("the menu of a message");
  const { width = 0, height = 0 } = (await thumb.boundingBox()) ?? {};
  if (hasTouch) expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  const sideways = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBe(0);
  await thumb.click();
  await expect(chip(phone, "1 person reacted with 👍, you among them")).toBeVisible();
});
