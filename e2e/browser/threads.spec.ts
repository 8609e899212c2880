import type { Locator } from "@playwright/test";
import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

test.beforeEach(async ({ server }) => {
  await server.setUp("Ada");
  await server.join("Bela");
});

const question = "Which colour?";
const panel = (chat: Chat): Locator => chat.page.getByRole("complementary", { name: "Thread" });
const bar = (chat: Chat): Locator => chat.message(question).getByRole("link", { name: /repl(y|ies)/ });

async function reply(chat: Chat, text: string): Promise<void> {
  await panel(chat).getByRole("textbox").fill(text);
  await panel(chat).getByRole("textbox").press("Enter");
  await expect(panel(chat).getByRole("article", { name: text })).toBeVisible();
}

test("a thread beside the room: begun, heard of, followed, listed, and found again", async ({
  server,
  visit,
  guard,
}) => {
  guard.rowsMove();
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await ada.openRoom("lobby");
  await bela.openRoom("lobby");
  await ada.sendStored(question);

  await bela.menu(question, "Reply in thread");
  await expect(panel(bela)).toContainText(question);
  await expect(panel(bela).getByRole("textbox")).toBeFocused();
  await reply(bela, "Blue");
  await reply(bela, "Or green");
  await expect(bar(ada)).toContainText("2 replies");
  await expect(ada.page.getByRole("log").getByText("Or green")).toHaveCount(0);
  await bela.isAccessible("a thread beside its room");

  // Ada wrote the message, and so follows from the first reply on.
  await ada.page.getByRole("link", { name: /^Threads/ }).click();
  await expect(ada.page.getByRole("main").getByRole("link", { name: /Which colour/ })).toContainText("Or green");
  await ada.isAccessible("the list of threads");
  await ada.page
    .getByRole("main")
    .getByRole("link", { name: /Which colour/ })
    .click();
  await expect(panel(ada).getByRole("article", { name: /Or green/ })).toBeVisible();
  await reply(ada, "Green it is");
  await expect(panel(bela).getByRole("article", { name: /Green it is/ })).toBeVisible();
  await expect(bar(bela)).toContainText("3 replies");

  await panel(bela).getByRole("button", { name: "Stop following this thread" }).click();
  await panel(bela).getByRole("button", { name: "Close the thread" }).click();
  await expect(panel(bela)).toHaveCount(0);

  await bela.page.setViewportSize({ width: 390, height: 844 });
  await bar(bela).click();
  await expect(bela.page.getByRole("main", { name: "Thread" })).toContainText("Green it is");
  await bela.isAccessible("a thread on a phone");
  await bela.page.getByRole("button", { name: "Back to the conversation" }).click();
  await expect(bar(bela)).toBeVisible();
});

test("the end stays in sight while rows there and far above get a thread", async ({ server, visit, guard }) => {
  guard.rowsMove();
  await server.say(
    "Ada",
    Array.from({ length: 60 }, (_, at) => `message ${at + 1}`),
  );
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  const last = ada.message("message 60");
  await expect(last).toBeInViewport({ ratio: 0.99 });
  await server.answer("Bela", 2, "Long ago");
  for (const seq of [60, 57, 53]) {
    await server.answer("Bela", seq, "Yes");
    await expect(ada.message(`message ${seq}`).getByRole("link", { name: /1 reply/ })).toBeInViewport();
    await expect(last).toBeInViewport({ ratio: 0.99 });
  }
});

test("a message goes on into a thread that one follows, found by what it is about", async ({
  server,
  visit,
  guard,
}) => {
  guard.rowsMove();
  await server.say("Ada", [question, "The paint is blue", ...Array.from({ length: 60 }, (_, at) => `line ${at + 1}`)]);
  await server.answer("Bela", 1, "Ask the painter");
  // The message of the thread is not among those that the page has loaded.
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await ada.menu("line 60", "Forward");
  const dialog = ada.page.getByRole("dialog", { name: "Forward message" });
  const option = dialog.getByRole("option", { name: /^Which colour\?\s*Thread in lobby$/ });
  await expect(option).toBeVisible();
  await ada.type(dialog.getByRole("combobox"), "colour");
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await ada.page.keyboard.press("Enter");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await ada.isAccessible("choosing a thread");
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByText("Forwarded to a thread in lobby.")).toBeVisible();
  await ada.button("Open").click();
  await expect(panel(ada).getByRole("article")).toHaveText([/Ask the painter/, /Forwarded from Ada\s*line 60/]);
});
