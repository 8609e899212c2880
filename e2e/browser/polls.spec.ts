import type { Locator } from "@playwright/test";
import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

const question = "What is for lunch?";
const answer = (chat: Chat, name: string | RegExp): Locator => chat.message(question).getByRole("button", { name });
const more = async (chat: Chat, item: string): Promise<void> => {
  await chat.message(question).getByRole("button", { name: "More about this poll" }).click();
  await chat.page.getByRole("menuitem", { name: item }).click();
};
const heightOf = async (chat: Chat) => (await chat.message(question).boundingBox())?.height;

test("a poll is asked, answered, changed, looked into and ended, and nothing moves", async ({ server, visit }) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await ada.openRoom("lobby");
  await bela.openRoom("lobby");

  // Firefox gives keys, and the focus, to the window that is in front.
  await ada.page.bringToFront();
  await ada.button("Attach").click();
  await ada.page.getByRole("menuitem", { name: "Poll" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "New poll" });
  await ada.type(dialog.getByLabel("Question"), question);
  await dialog.getByRole("button", { name: "Send poll" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("A poll needs at least two answers.");
  const long = "Noodles with everything that is left over from yesterday, and then some";
  for (const [at, text] of ["Soup", "Salad", long].entries())
    await ada.type(dialog.getByLabel(`Answer ${at + 1}`, { exact: true }), text);
  await ada.isAccessible("a new poll");
  await dialog.getByRole("button", { name: "Send poll" }).click();
  await expect(ada.page.getByRole("navigation", { name: "Rooms" })).toContainText(`Poll: ${question}`);

  await expect(answer(bela, "Soup")).toBeEnabled();
  const [height = 0] = [await heightOf(bela)];
  await bela.isAccessible("a poll");
  await answer(bela, "Soup").click();
  await expect(bela.message(question)).toContainText("100%");
  await expect(ada.message(question)).toContainText("1 person voted");
  await expect(ada.message(question)).not.toContainText("100%");
  await ada.page.bringToFront();
  await answer(ada, /^Noodles/).focus();
  await ada.page.keyboard.press("Enter");
  for (const chat of [ada, bela]) await expect(chat.message(question)).toContainText("50%");
  await more(bela, "Change my vote");
  await answer(bela, /^Noodles/).click();
  await expect(ada.message(question)).toContainText("100%");
  await answer(ada, "2 people voted").click();
  const voters = ada.page.getByRole("dialog", { name: "Who voted what" });
  await expect(voters.getByRole("listitem")).toHaveText([/Ada/, /Bela/]);
  await ada.isAccessible("who voted what");
  await ada.page.keyboard.press("Escape");
  await more(bela, "Take my vote back");
  await expect(answer(bela, "Soup")).toBeVisible();
  await expect(ada.message(question)).toContainText("1 person voted");

  await more(ada, "End the poll…");
  await ada.page.getByRole("dialog").getByRole("button", { name: "End poll" }).click();
  for (const chat of [ada, bela]) await expect(chat.message(question)).toContainText("Final result");
  await expect(bela.message(question).getByRole("button", { name: "More about this poll" })).toHaveCount(0);
  await bela.isAccessible("a closed poll");
  expect(await heightOf(bela)).toBe(height);
});
