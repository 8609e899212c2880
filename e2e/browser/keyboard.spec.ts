import type { Locator } from "@playwright/test";
import { password } from "./rig/server.ts";
import { expect, test } from "./rig/test.ts";

test("the keyboard alone reaches everything", async ({ server, visit }) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const chat = await visit();
  const { page, box, rooms } = chat;
  const { keyboard } = page;
  await page.goto(`${server.url}/sign-in`);
  await expect(page.getByRole("textbox", { name: "Username" })).toBeFocused();
  await keyboard.type("Ada");
  await keyboard.press("Tab");
  await keyboard.type(password);
  await keyboard.press("Enter");
  await expect(rooms.getByRole("status")).toHaveText("Live");

  await keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await keyboard.type("lob");
  await keyboard.press("Enter");
  await expect(box).toBeFocused();
  await keyboard.type("First line");
  await keyboard.press("Shift+Enter");
  await keyboard.type("second lime");
  await keyboard.press("Enter");
  await expect(chat.message("second lime")).toHaveCount(1);

  await expect(chat.ticks("second lime")).toHaveText("Sent");
  await keyboard.press("ArrowUp");
  await expect(box).toHaveValue("First line\nsecond lime");
  await keyboard.press("Escape");
  await expect(box).toHaveValue("");
  await keyboard.press("ArrowUp");
  for (let at = 0; at < 4; at += 1) await keyboard.press("Backspace");
  await keyboard.type("line");
  await keyboard.press("Enter");
  await expect(chat.message("second line")).toContainText("edited");

  // Backwards past what stands beside the box, and the actions of the row, to the row itself.
  const row = chat.message("second line");
  for (let at = 0; at < 10 && !(await isFocused(row)); at += 1) await keyboard.press("Shift+Tab");
  await expect(row).toBeFocused();
  await keyboard.press("r");
  await expect(box).toBeFocused();
  await expect(page.getByText("Replying to Ada")).toBeVisible();
  await keyboard.press("Escape");

  await keyboard.press("Control+/");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(box).toBeFocused();
});

function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
