import { expect, test } from "./rig/test.ts";

test.beforeEach(async ({ server }) => {
  await server.setUp("Ada");
  await server.join("Bela");
});

test("a pin is seen by all, leads to its message, and goes away again", async ({ server, visit, guard }) => {
  guard.rowsMove();
  await server.say("Ada", ["The door code is 4711", ...Array.from({ length: 80 }, (_, at) => `line ${at + 1}`)]);
  const bela = await visit();
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");

  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await ada.menu("line 80", "Pin");
  const barOf = (chat: typeof ada) => chat.page.getByRole("region", { name: "Pinned messages" });
  await expect(barOf(bela)).toContainText("line 80");
  await expect(ada.message("line 80").getByRole("img", { name: "Pinned" })).toBeVisible();
  await ada.page.goto(`${server.url}/r/${ada.page.url().split("/r/")[1]}?at=1`);
  await ada.menu("The door code is 4711", "Pin");
  await ada.isAccessible("a room with pins");

  await expect(barOf(bela)).toContainText("The door code is 4711");
  await barOf(bela)
    .getByRole("button", { name: /The door code is 4711/ })
    .click();
  await expect(bela.message("The door code is 4711")).toBeInViewport();
  await expect(barOf(bela)).toContainText("line 80");
  await bela.button("Show all 2 pinned messages").click();
  const list = bela.page.getByRole("dialog", { name: "Pinned messages" });
  await expect(list.getByRole("listitem")).toHaveText([/The door code is 4711/, /line 80/]);
  await bela.isAccessible("the list of pins");
  await list.getByRole("listitem").filter({ hasText: "line 80" }).getByRole("button", { name: "Unpin" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await list.getByRole("button", { name: /The door code is 4711/ }).click();
  await expect(list).toHaveCount(0);

  await ada.menu("The door code is 4711", "Unpin");
  for (const chat of [ada, bela]) await expect(barOf(chat)).toHaveCount(0);
});

test("messages go on into other rooms, one by its menu and several by choosing them", async ({
  server,
  visit,
  guard,
}) => {
  guard.rowsMove();
  await server.say("Bela", ["First point", "Second point", "Never mind"]);
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.button("New room").click();
  await ada.type(ada.page.getByRole("textbox", { name: "Name" }), "Minutes");
  await ada.page.keyboard.press("Enter");
  await expect(ada.page.getByRole("heading", { name: "Minutes", level: 1 })).toBeVisible();
  await ada.openRoom("lobby");
  await ada.menu("First point", "Forward");
  const dialog = ada.page.getByRole("dialog", { name: "Forward message" });
  await ada.type(dialog.getByRole("combobox"), "minu");
  await ada.page.keyboard.press("Enter");
  await expect(dialog.getByRole("option", { name: "Minutes" })).toHaveAttribute("aria-selected", "true");
  await ada.isAccessible("choosing where a message goes");
  await ada.page.keyboard.press("Enter");
  await ada.button("Open").click();
  await expect(ada.message("First point")).toContainText("Forwarded from Bela");

  await ada.openRoom("lobby");
  await ada.menu("First point", "Select");
  await ada.message("Second point").getByRole("checkbox").check();
  const bar = ada.page.getByRole("toolbar", { name: "Selected messages" });
  await expect(bar).toContainText("2 selected");
  await ada.isAccessible("messages chosen");
  await bar.getByRole("button", { name: "Forward" }).click();
  const several = ada.page.getByRole("dialog", { name: "Forward 2 messages" });
  await several.getByRole("option", { name: "Minutes" }).click();
  await ada.type(several.getByRole("textbox", { name: "Add a message" }), "For the record");
  await ada.page.keyboard.press("Enter");
  await expect(bar).toHaveCount(0);
  await ada.button("Open").click();
  await expect(ada.page.getByRole("log").getByRole("article")).toHaveText([
    /First point/,
    /For the record/,
    /Forwarded from Bela\s*First point/,
    /Forwarded from Bela\s*Second point/,
  ]);
});

test("what is saved is found again from anywhere, and only by whoever saved it", async ({ server, visit, guard }) => {
  guard.rowsMove();
  await server.say("Bela", ["The recipe", "Thank you"]);
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await ada.menu("The recipe", "Save for later");
  await ada.rooms.getByRole("link", { name: "Saved" }).click();
  const cards = ada.page.getByRole("main").getByRole("listitem");
  await expect(cards).toHaveText([/The recipe/]);
  await ada.isAccessible("what is saved");
  await cards.getByRole("button", { name: /The recipe/ }).click();
  await expect(ada.message("The recipe")).toBeInViewport();
  await ada.menu("The recipe", "Remove from saved");
  await ada.rooms.getByRole("link", { name: "Saved" }).click();
  await expect(ada.page.getByRole("heading", { name: "Nothing saved yet" })).toBeVisible();
});

test("one takes back what one has just sent, and sees what was said before an edit", async ({ server, visit }) => {
  await server.say("Bela", ["Anybody here?"]);
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");
  await ada.send("The key is under the mat");
  // The offer stands for five seconds, and for as long as somebody points to it.
  await ada.button("Undo sending").hover();
  await expect(ada.ticks("The key is under the mat")).toHaveText(/Sent|Delivered|Read/);
  await expect(bela.message("The key is under the mat")).toBeVisible();
  await ada.button("Undo sending").click();
  for (const chat of [ada, bela]) await expect(chat.log.getByRole("article")).toHaveText([/Anybody here/]);
  await expect(ada.page.getByText("Whoever was looking may have seen it.")).toBeVisible();
  await expect(ada.box).toHaveValue("The key is under the mat");
  // Firefox calls only that window focused which was opened last.
  await expect.poll(() => ada.page.evaluate(() => document.activeElement?.id)).toBe("composer");

  await ada.send("Come at seven");
  await ada.act("Come at seven", "Edit");
  await ada.type(ada.box, "Come at eight");
  await ada.page.keyboard.press("Enter");
  await bela.message("Come at eight").getByRole("button", { name: "edited" }).click();
  const history = bela.page.getByRole("dialog", { name: "Edit history" });
  await expect(history.getByRole("listitem")).toHaveText([/Come at eight/, /Come at seven/]);
  await bela.isAccessible("what a message said before");
});
