import type { Locator } from "@playwright/test";
import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

const cells = (chat: Chat): Locator => chat.page.getByRole("grid", { name: "Stickers" }).getByRole("gridcell");
const pictureIn = (row: Locator): Locator => row.locator("img[src^='/stickers/']");

test("a sticker is found by a word, sent at once, shown large to others, and found again", async ({
  server,
  visit,
  browserName,
}) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const [ada, bela] = [await visit(), await visit({ reducedMotion: "reduce" })];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await ada.openRoom("lobby");
  await bela.openRoom("lobby");
  const { keyboard } = ada.page;

  await ada.button("Emoji").click();
  await ada.page.getByRole("tab", { name: "Stickers" }).click();
  await expect(cells(ada).first()).toBeVisible();
  await ada.isAccessible("the picker of stickers");
  await ada.page.getByRole("searchbox", { name: "Search stickers" }).focus();
  await keyboard.type("party popper");
  await expect(cells(ada)).toHaveCount(1);
  await keyboard.press("Enter");
  const sent = ada.message("🎉 Sticker");
  await expect(ada.ticks("🎉 Sticker")).toHaveText(/Sent|Delivered|Read/);
  await expect(pictureIn(sent)).toHaveJSProperty("naturalWidth", 256);

  // Where motion is not wanted it moves when it is asked to. Firefox cannot be told here that it is not: a press holds it.
  const come = bela.message("🎉 Sticker");
  if (browserName === "firefox") await come.getByRole("button", { name: "Hold the sticker 🎉" }).click();
  await expect(pictureIn(come)).toHaveAttribute("src", /still$/);
  await come.getByRole("button", { name: "Play the sticker 🎉" }).click();
  await expect(pictureIn(come)).toHaveAttribute("src", /1f389$/);
  await bela.isAccessible("a sticker");
  await expect(bela.page.getByRole("navigation", { name: "Rooms" }).getByText("🎉 Sticker")).toBeVisible();

  // It opens where it was left; what was sent lately stands first, and keys reach it. Firefox gives keys to the window
  // that is in front.
  await ada.page.bringToFront();
  await ada.button("Emoji").click();
  await expect(cells(ada).first()).toHaveAccessibleName("🎉 Sticker");
  await keyboard.press("ArrowDown");
  await expect(cells(ada).first()).toBeFocused();
  await keyboard.press("ArrowDown");
  await expect(cells(ada).nth(1)).toBeFocused();
  await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await expect(pictureIn(bela.message("😂 Sticker"))).toBeVisible();
  await ada.page.reload();
  await expect(pictureIn(ada.message("😂 Sticker"))).toBeVisible();
});
