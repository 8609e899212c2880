import type { Chat } from "./rig/chat.ts";
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

/** As a field for dates takes it. */
function inDays(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
