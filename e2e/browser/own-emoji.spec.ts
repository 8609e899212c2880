import type { Locator } from "@playwright/test";
import { png } from "../proof/rig/pictures.ts";
import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

const pictureIn = (place: Locator): Locator => place.locator("img[alt=':party_fox:']");
const isThere = (place: Locator) => expect(pictureIn(place).last()).toHaveJSProperty("naturalWidth", 128);

async function goTo(chat: Chat, part: string): Promise<void> {
  await chat.page.goto(new URL(part, chat.page.url()).href);
}

test("an administrator adds an emoji, everybody writes it and reacts with it, and its name is left", async ({
  server,
  visit,
}) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");

  await goTo(ada, "/settings/emoji");
  const choosing = ada.page.waitForEvent("filechooser");
  await ada.button("Choose a picture").first().click();
  await (await choosing).setFiles({ name: "Party fox.png", mimeType: "image/png", buffer: png(300, 300) });
  await expect(ada.page.getByRole("textbox", { name: "Name" })).toHaveValue("party_fox");
  await ada.button("Add an emoji").click();
  await expect(ada.page.getByRole("listitem").filter({ hasText: ":party_fox:" })).toContainText("Added by Ada");
  await ada.isAccessible("the emoji of a server");

  // Completed as it is written; larger where there is nothing else.
  const { keyboard } = bela.page;
  const composer = bela.page.getByRole("textbox", { name: /message/i });
  await bela.page.bringToFront();
  await composer.focus();
  await keyboard.type("Look: :party_f");
  await isThere(bela.page.getByRole("listbox").getByRole("option").first());
  await keyboard.press("Enter");
  await expect(composer).toHaveValue("Look: :party_fox: ");
  await keyboard.press("Enter");
  const said = bela.message("Look: :party_fox:");
  await isThere(said);
  await bela.sendStored(":party_fox: 🎉");
  const large = await pictureIn(bela.message(":party_fox: 🎉")).boundingBox();
  const small = await pictureIn(said).boundingBox();
  expect(large?.height ?? 0).toBeGreaterThan((small?.height ?? 0) * 1.5);

  await bela.act("Look: :party_fox:", "React");
  await bela.button("More emoji").click();
  await expect(bela.page.getByRole("searchbox", { name: "Search emoji" })).toBeFocused();
  await keyboard.type("party fox");
  await expect(bela.page.getByRole("gridcell")).toHaveCount(1);
  await bela.page.getByRole("gridcell", { name: "party_fox" }).click();
  const chip = said.getByRole("button", { name: "1 person reacted with :party_fox:, you among them" });
  await isThere(chip);
  await bela.isAccessible("emoji of the server's own");

  await ada.button("Remove :party_fox:").click();
  await ada.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(ada.page.getByText("There are none yet.")).toBeVisible();
  await expect(pictureIn(bela.log)).toHaveCount(0);
  await expect(said).toContainText("Look: :party_fox:");
  await expect(chip).toContainText(":party_fox:");
});
