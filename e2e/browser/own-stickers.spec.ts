import type { Locator } from "@playwright/test";
import { png } from "../proof/rig/pictures.ts";
import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

const cells = (chat: Chat): Locator => chat.page.getByRole("grid", { name: "Stickers" }).getByRole("gridcell");
const pictureIn = (row: Locator): Locator => row.locator("img[src^='/stickers/']");
const setOf = (chat: Chat, name: string): Locator => chat.page.getByRole("region", { name });

test("an administrator makes a set, everybody finds and sends what is in it, and messages keep it", async ({
  server,
  visit,
}) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");

  await ada.page.goto(new URL("/settings/stickers", ada.page.url()).href);
  await expect(ada.page.getByText("There are none yet.")).toBeVisible();
  // Firefox gives keys to the window that is in front.
  await ada.page.bringToFront();
  const { keyboard } = ada.page;
  const name = ada.page.getByRole("textbox", { name: "Name of the set" });
  await ada.type(name, "Feelings");
  await ada.button("Create").click();
  await expect(ada.page.getByRole("alert")).toContainText("There is a set with this name");
  await ada.type(name, "Office cats");
  await ada.button("Create").click();
  const cats = setOf(ada, "Office cats");
  await expect(cats).toContainText("There is no sticker in it yet");

  const choosing = ada.page.waitForEvent("filechooser");
  await ada.button("Add stickers to Office cats").click();
  const picture = (name: string, buffer: Buffer) => ({ name, mimeType: "image/png", buffer });
  await (await choosing).setFiles([
    picture("lazy kater.png", png(300, 150)),
    picture("busy.png", png(150, 300)),
    picture("notes.png", Buffer.from("These are words.")),
  ]);
  const dialog = ada.page.getByRole("dialog", { name: "Add stickers to Office cats" });
  await expect(dialog.getByRole("textbox", { name: "Words to find lazy kater.png by" })).toHaveValue("lazy kater");
  await dialog.getByRole("button", { name: "Emoji for lazy kater.png: 🙂" }).click();
  await expect(ada.page.getByRole("searchbox", { name: "Search emoji" })).toBeFocused();
  await keyboard.type("black cat");
  await expect(ada.page.getByRole("gridcell")).toHaveCount(1);
  await keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Emoji for lazy kater.png: 🐈‍⬛" })).toBeVisible();
  await expect(dialog.getByRole("alert")).toContainText("notes.png: This is no picture that can be shown");
  await ada.isAccessible("stickers that are being added");
  await dialog.getByRole("button", { name: "Add 2 stickers" }).click();
  await expect(ada.page.getByText("2 stickers were added.")).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(cats.getByRole("listitem")).toHaveCount(2);

  await cats.getByRole("button", { name: "Change the sticker 🙂 busy" }).click();
  const change = ada.page.getByRole("dialog", { name: "Sticker" });
  await ada.type(change.getByRole("textbox", { name: "Words to find it by" }), "in a hurry");
  await change.getByRole("button", { name: "Save" }).click();
  await expect(cats.getByRole("button", { name: "Change the sticker 🙂 in a hurry" })).toBeVisible();
  await ada.isAccessible("the stickers of a server");

  // Its set stands first; its words find it.
  await bela.page.bringToFront();
  await bela.button("Emoji").click();
  await bela.page.getByRole("tab", { name: "Stickers" }).click();
  await expect(cells(bela).first()).toHaveAccessibleName("🐈‍⬛ Sticker, lazy kater");
  await bela.page.getByRole("searchbox", { name: "Search stickers" }).focus();
  await bela.page.keyboard.type("kater");
  await expect(cells(bela)).toHaveCount(1);
  await bela.page.keyboard.press("Enter");
  const sent = bela.message("🐈‍⬛ Sticker");
  await expect(pictureIn(sent)).toHaveJSProperty("naturalWidth", 300);
  expect(await pictureIn(sent).boundingBox()).toMatchObject({ width: 160, height: 80 });
  await expect(bela.ticks("🐈‍⬛ Sticker")).toHaveText(/Sent|Delivered|Read/);

  await ada.button("Remove Office cats").click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(ada.page.getByText("There are none yet.")).toBeVisible();
  await bela.page.reload();
  await expect(pictureIn(sent)).toHaveJSProperty("naturalWidth", 300);
  await bela.button("Emoji").click();
  await expect(cells(bela).first()).toHaveAccessibleName("🎉 Sticker");
});
