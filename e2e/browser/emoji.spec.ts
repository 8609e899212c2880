import type { Locator } from "@playwright/test";
import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

test("an emoji is found in German, in one's skin tone, by keyboard alone", async ({ server, visit }) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await ada.sendStored("Das Boot ist fertig");
  await server.setLanguage("Ada", "de");
  const box = ada.page.getByRole("textbox", { name: "Nachricht", exact: true });
  await box.focus();
  const { keyboard } = ada.page;

  await keyboard.type("Gut gemacht ");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  const search = ada.page.getByRole("searchbox", { name: "Emoji suchen" });
  await expect(search).toBeFocused();
  await expect(cells(ada).first()).toBeVisible();
  await ada.isAccessible("the picker");
  await chooseTone(ada, { opener: "Hautton", tone: "Mitteldunkel" });
  await search.focus();
  await keyboard.type("daumen hoch");
  await expect(cells(ada).first()).toHaveText("👍🏾");
  await expect(cells(ada).first()).toHaveAccessibleName("Daumen hoch");
  await ada.isAccessible("what was found");
  await keyboard.press("Enter");
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("Gut gemacht 👍🏾");

  // What was used lately comes first, after a reload, too, and keeps its tone.
  await ada.page.reload();
  await ada.button("Emoji").click();
  await expect(ada.page.getByRole("rowgroup", { name: "Zuletzt benutzt" }).getByRole("gridcell")).toHaveText(["👍🏾"]);
  await keyboard.type("xyzxyz");
  await expect(ada.page.getByRole("dialog").getByRole("paragraph")).toHaveText("Kein Emoji passt zu „xyzxyz“.");
  await keyboard.press("Escape");
  await expect(search).toHaveValue("");
  await keyboard.press("Escape");
  await expect(search).toBeHidden();
  await expect(ada.button("Emoji")).toBeFocused();
});

test("arrows, Home, End and the headings move among the emoji", async ({ server, visit }) => {
  await server.setUp("Ada");
  const ada = await visit({ colorScheme: "dark" });
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  const { keyboard } = ada.page;
  await ada.button("Emoji").click();
  await expect(cells(ada).first()).toBeVisible();
  await keyboard.press("ArrowDown");
  await expect(focused(ada)).toHaveText("😀");
  await keyboard.press("End");
  await expect(focused(ada)).toHaveText("😂");
  await keyboard.press("ArrowDown");
  await keyboard.press("Home");
  await expect(focused(ada)).toHaveText("🙂");
  await keyboard.press("ArrowRight");
  await expect(focused(ada)).toHaveText("🙃");
  await keyboard.press("ArrowUp");
  await expect(focused(ada)).toHaveText("😃");
  await keyboard.press("PageDown");
  await expect(focused(ada)).toHaveText("👋");
  await keyboard.press("ArrowUp");
  await keyboard.press("PageUp");
  await keyboard.press("ArrowLeft");
  await expect(focused(ada)).toHaveText("😀");
  await keyboard.press("ArrowUp");
  await expect(ada.page.getByRole("searchbox")).toBeFocused();

  await ada.page.keyboard.press("Tab");
  await expect(ada.button("Smileys and feelings")).toBeFocused();
  await keyboard.press("End");
  await keyboard.press("Enter");
  await expect(focused(ada)).toHaveAccessibleName("chequered flag");
  await expect(ada.button("Flags")).toHaveAttribute("aria-current", "true");
  await ada.isAccessible("flags");
  // A letter goes on with the search.
  await keyboard.type("pizza");
  await expect(cells(ada).first()).toHaveText("🍕");
  await keyboard.press("ArrowDown");
  await keyboard.press("Space");
  await expect(ada.box).toHaveValue("🍕");
  await keyboard.press("Enter");
  await expect(ada.message("🍕")).toBeVisible();
});

test("on a phone the picker is a sheet that fingers fit", async ({ server, visit, browserName }) => {
  await server.setUp("Ada");
  const viewport = { width: 390, height: 844 };
  const hasTouch = browserName !== "firefox";
  const phone = await visit(hasTouch ? { viewport, hasTouch, isMobile: true } : { viewport });
  await phone.signIn(server, "Ada");
  await phone.openRoom("lobby");
  await phone.button("Emoji").click();
  await expect(cells(phone).first()).toBeVisible();
  const sheet = await phone.page.getByRole("dialog", { name: "Emoji" }).boundingBox();
  expect(sheet?.width).toBe(390);
  expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBe(844);
  const cell = await cells(phone).first().boundingBox();
  expect(Math.min(cell?.width ?? 0, cell?.height ?? 0)).toBeGreaterThanOrEqual(43);
  // The keyboard of the screen would cover it.
  if (hasTouch) await expect(phone.page.getByRole("searchbox")).not.toBeFocused();
  await phone.isAccessible("the sheet");
  await cells(phone).nth(9).click();
  await expect(phone.box).toHaveValue("🙃");
  await expect(phone.page.getByRole("dialog")).toHaveCount(0);
});

test("a code becomes its emoji: from the list by keyboard, when it is finished, and back again", async ({
  server,
  visit,
}) => {
  await server.setUp("Ada");
  await server.join("Bela");
  await server.join("Beate");
  await server.say("Bela", ["Ahoy"]);
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  const { keyboard } = ada.page;
  const options = ada.page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await ada.box.focus();
  await keyboard.type("Well done :tad");
  await expect(options.first()).toHaveText("🎉:tada:party popper");
  await expect(ada.box).toHaveAttribute("aria-activedescendant", (await options.first().getAttribute("id")) ?? "");
  await ada.isAccessible("the suggestions");
  await keyboard.press("Tab");
  await expect(ada.box).toHaveValue("Well done 🎉 ");
  await expect(options).toHaveCount(0);

  await keyboard.type("and :thumbs");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(ada.box).toHaveValue("Well done 🎉 and 👎 ");
  await keyboard.type(":smile:");
  await expect(ada.box).toHaveValue("Well done 🎉 and 👎 😄");
  await keyboard.press("Control+z");
  await expect(ada.box).toHaveValue("Well done 🎉 and 👎 :smile:");
  // What came back is selected.
  await keyboard.press("End");
  await keyboard.type(" at 12:30: no `:smile:` :D:");
  await expect(ada.box).toHaveValue("Well done 🎉 and 👎 :smile: at 12:30: no `:smile:` :D:");

  // Of two whose names begin alike, the one who is in the talk.
  await keyboard.type(" @be");
  await expect(options).toHaveText([/@bela/, /@beate/]);
  await keyboard.press("Escape");
  await expect(options).toHaveCount(0);
});

function cells(chat: Chat): Locator {
  return chat.page.getByRole("gridcell");
}

function focused(chat: Chat): Locator {
  return chat.page.locator("[role=gridcell]:focus");
}

async function chooseTone(chat: Chat, { opener, tone }: { opener: string; tone: string }): Promise<void> {
  await chat.button(opener).focus();
  await chat.page.keyboard.press("Enter");
  await chat.button(tone).focus();
  await chat.isAccessible("the skin tones");
  await chat.page.keyboard.press("Enter");
  await expect(chat.button(opener)).toBeFocused();
}
