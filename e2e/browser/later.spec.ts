import type { Chat } from "./rig/chat.ts";
import { choose, document, picture } from "./rig/choosing.ts";
import { expect, test } from "./rig/test.ts";

const bar = (chat: Chat) => chat.page.getByRole("button", { name: /scheduled message|not sent/ });
const item = (chat: Chat, name: string | RegExp) => chat.page.getByRole("menuitem", { name });

test("a message waits for its time, or for somebody to be online, and is changed, sent and deleted meanwhile", async ({
  server,
  visit,
}) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");

  await ada.type(ada.box, "Good morning");
  // Fetched with the first letter that is written.
  await expect(ada.box).toHaveAttribute("aria-keyshortcuts", "Control+Shift+Enter");
  await ada.button("Send").click({ button: "right" });
  await ada.isAccessible("when to send");
  await item(ada, /^Tomorrow at/).click();
  await expect(bar(ada)).toContainText("1 scheduled message");
  await expect(ada.box).toHaveValue("");
  await expect(ada.box).toBeFocused();
  await expect(ada.message("Good morning")).toHaveCount(0);

  await ada.type(ada.box, "For the new year");
  await ada.page.keyboard.press("Control+Shift+Enter");
  await expect(ada.page.getByRole("menu", { name: "Send later" })).toBeVisible();
  await ada.page.keyboard.press("End");
  await ada.page.keyboard.press("Enter");
  const chosen = ada.page.getByRole("dialog", { name: "Send later" });
  await chosen.getByLabel("Date").fill("2020-01-01");
  await chosen.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(chosen.getByRole("alert")).toHaveText("This time has passed. Choose a later one.");
  await ada.isAccessible("a time of one's own");
  await chosen.getByLabel("Date").fill(inDays(3));
  await chosen.getByLabel("Time").fill("10:30");
  await chosen.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(bar(ada)).toContainText("2 scheduled messages");

  await bar(ada).click();
  const list = ada.page.getByRole("dialog", { name: "Scheduled messages" });
  await expect(list.getByRole("listitem")).toHaveText([/Good morning.*tomorrow at 0?9:00/, /For the new year.*10:30/]);
  await ada.isAccessible("what waits");
  await list.getByRole("button", { name: "Edit" }).first().click();
  const edited = ada.page.getByRole("dialog", { name: "Scheduled message", exact: true });
  await ada.type(edited.getByLabel("Message"), "Good morning, all");
  await edited.getByRole("button", { name: "Save" }).click();
  await expect(list.getByRole("listitem").first()).toContainText("Good morning, all");
  await list.getByRole("button", { name: "Delete" }).last().click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await list.getByRole("button", { name: "Send now" }).click();
  await expect(list).toContainText("Nothing is scheduled.");
  await ada.page.keyboard.press("Escape");
  await expect(ada.message("Good morning, all")).toBeVisible();
  await expect(bar(ada)).toHaveCount(0);

  await ada.button("New message").click();
  await ada.type(ada.page.getByRole("combobox", { name: "Name of a person" }), "Bela");
  await ada.page.getByRole("option", { name: "Bela" }).click();
  await ada.button("Start conversation").click();
  await expect(ada.page.getByRole("main").getByRole("heading", { name: "Bela", level: 1 })).toBeVisible();
  await ada.type(ada.box, "Welcome back");
  await ada.button("Send").click({ button: "right" });
  await item(ada, "When Bela is online").click();
  await expect(bar(ada)).toContainText("when Bela is online");
  const bela = await visit();
  await bela.signIn(server, "Bela");
  await expect(ada.message("Welcome back")).toBeVisible();
  await expect(bar(ada)).toHaveCount(0);
});

const waiting = (chat: Chat) => chat.page.getByRole("dialog", { name: "Scheduled messages" });

test("photos and files wait with their words, for their time or for somebody, and are nobody else's before", async ({
  server,
  visit,
}) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");

  await choose(ada, /Photos and videos/, [picture("quay.png", 600, 400), picture("gulls.png", 300, 500)]);
  await choose(ada, /Files/, [document("tides.pdf", 2_000)]);
  await ada.type(ada.box, "At the harbour");
  await ada.button("Send").click({ button: "right" });
  await item(ada, /^Tomorrow at/).click();
  await expect(bar(ada)).toContainText("1 scheduled message");
  await expect(ada.box).toHaveValue("");
  await expect(ada.page.getByRole("list", { name: "Attached files" })).toHaveCount(0);
  await bar(ada).click();
  const row = waiting(ada).getByRole("listitem").filter({ hasText: "At the harbour" });
  await expect(row).toContainText("tides.pdf");
  await expect(row).toContainText(/tomorrow at 0?9:00$/);
  for (const name of ["quay.png", "gulls.png"])
    await expect(row.getByRole("img", { name })).not.toHaveJSProperty("naturalWidth", 0);
  await ada.isAccessible("files that wait");
  await row.getByRole("button", { name: "Edit" }).click();
  const edited = ada.page.getByRole("dialog", { name: "Scheduled message", exact: true });
  await expect(edited.getByRole("img", { name: "quay.png" })).toBeVisible();
  await ada.isAccessible("files that wait, edited");
  await edited.getByLabel("Message").fill("");
  await edited.getByRole("button", { name: "Save" }).click();
  const wordless = waiting(ada).getByRole("listitem").filter({ hasText: "tides.pdf" }).first();
  await expect(wordless).not.toContainText("At the harbour");
  await wordless.getByRole("button", { name: "Delete" }).click();
  await expect(waiting(ada)).toContainText("Nothing is scheduled.");
  await ada.button("Undo").click();
  await expect(wordless.getByRole("img", { name: "quay.png" })).toBeVisible();
  await wordless.getByRole("button", { name: "Send now" }).click();
  await ada.page.keyboard.press("Escape");
  await expect(ada.log.getByRole("button", { name: "Show quay.png" })).toBeVisible();

  await ada.button("New message").click();
  await ada.type(ada.page.getByRole("combobox", { name: "Name of a person" }), "Bela");
  await ada.page.getByRole("option", { name: "Bela" }).click();
  await ada.button("Start conversation").click();
  await expect(ada.page.getByRole("main").getByRole("heading", { name: "Bela", level: 1 })).toBeVisible();
  await choose(ada, /Photos and videos/, [picture("rope.png", 400, 400)]);
  await ada.box.press("Control+Shift+Enter");
  await item(ada, "When Bela is online").click();
  await expect(bar(ada)).toContainText("when Bela is online");
  const bela = await visit();
  await bela.signIn(server, "Bela");
  await expect(ada.button("Show rope.png")).toBeVisible();
  await expect(bar(ada)).toHaveCount(0);
  await bela.openRoom("lobby");
  const shown = bela.log.getByRole("button", { name: /^Show / }).locator("img");
  await expect(shown).toHaveCount(2);
  await expect(shown.first()).not.toHaveJSProperty("naturalWidth", 0);
});

test("while its files go up it is changed, sent at once, or deleted, and a page that goes loses nothing", async ({
  server,
  visit,
  guard,
}) => {
  // After the reload it is asked how much is there: nothing is.
  guard.expects(404);
  await server.setUp("Ada");
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  const held = Promise.withResolvers<void>();
  await ada.page.route("**/uploads**", async (route) => {
    await held.promise;
    await route.fallback().catch(() => undefined);
  });
  for (const name of ["one.pdf", "two.pdf", "three.pdf"]) {
    await choose(ada, /Files/, [document(name, 3_000)]);
    await ada.type(ada.box, `This is ${name}`);
    await ada.button("Send").click({ button: "right" });
    await item(ada, /^Tomorrow at/).click();
    await expect(ada.box).toHaveValue("");
  }
  await expect(bar(ada)).toContainText("3 scheduled messages");
  await ada.page.reload();
  await bar(ada).click();
  const row = (text: string) => waiting(ada).getByRole("listitem").filter({ hasText: text }).first();
  await expect(row("This is one.pdf")).toContainText(/uploading, 0\s?%/);
  await ada.isAccessible("files on their way");
  await row("This is one.pdf").getByRole("button", { name: "Edit" }).click();
  const edited = ada.page.getByRole("dialog", { name: "Scheduled message", exact: true });
  await ada.type(edited.getByLabel("Message"), "The first of them");
  await edited.getByLabel("Date").fill(inDays(3));
  await edited.getByLabel("Time").fill("10:30");
  await edited.getByRole("button", { name: "Save" }).click();
  await expect(row("The first of them")).toContainText("10:30");
  await row("This is two.pdf").getByRole("button", { name: "Send now" }).click();
  await row("This is three.pdf").getByRole("button", { name: "Delete" }).click();
  await expect(waiting(ada).getByRole("button", { name: "Delete" })).toHaveCount(1);
  held.resolve();
  await expect(row("The first of them")).toContainText(/10:30$/);
  await ada.page.keyboard.press("Escape");
  await expect(ada.ticks("two.pdf: This is two.pdf")).toHaveText(/Sent|Delivered|Read/);
  await expect(ada.log.getByRole("article")).toHaveCount(1);
});

/** As a field for dates takes it. */
function inDays(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
