import { expect, test } from "./rig/test.ts";

test.use({ keepsPage: true });

test.beforeEach(async ({ server }) => {
  await server.setUp("Ada");
  await server.join("Bela");
});

test("edits, deletions and replies reach the other side", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await ada.openRoom("lobby");
  await bela.openRoom("lobby");

  await ada.sendStored("The tide comes at nine");
  await bela.act("The tide comes at nine", "Reply");
  await bela.send("Thank you");
  await expect(ada.message("Thank you").getByRole("button", { name: /In reply to Ada/ })).toBeVisible();

  await ada.act("The tide comes at nine", "Edit");
  await expect(ada.box).toHaveValue("The tide comes at nine");
  await ada.type(ada.box, "The tide comes at ten");
  await ada.box.press("Enter");
  await expect(bela.message("The tide comes at ten").getByText("edited")).toBeVisible();
  await expect(bela.message("The tide comes at nine")).toHaveCount(0);

  await ada.menu("The tide comes at ten", "Delete");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(bela.message("The tide comes at ten")).toHaveCount(0);
  await expect(bela.message("This message was deleted.")).toHaveCount(1);
  await expect(bela.message("Thank you")).toContainText("Deleted message");
});

test("each room keeps what is written in it, and is ready to be written in", async ({ server, visit }) => {
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await ada.sendStored("to be answered");
  await ada.button("New room").click();
  await ada.type(ada.page.getByRole("textbox", { name: "Name" }), "pier");
  await ada.button("Create room").click();
  await expect(ada.page.getByRole("heading", { name: "pier", level: 1 })).toBeVisible();
  await expect(ada.box).toHaveValue("");

  await ada.openRoom("lobby");
  await expect(ada.box).toBeFocused();
  await ada.act("to be answered", "Reply");
  await ada.page.keyboard.type("for the lobby");
  await expect(ada.page.getByText("Replying to Ada")).toBeVisible();
  await ada.page.keyboard.press("Alt+ArrowDown");
  await expect(ada.page.getByRole("heading", { name: "pier", level: 1 })).toBeVisible();
  await expect(ada.box).toHaveValue("");
  await expect(ada.box).toBeFocused();
  await expect(ada.page.getByText("Replying to Ada")).toHaveCount(0);
  await ada.page.keyboard.press("Control+z");
  await expect(ada.box).toHaveValue("");
  await ada.page.keyboard.type("for the pier");

  await ada.page.keyboard.press("Alt+ArrowUp");
  await expect(ada.box).toHaveValue("for the lobby");
  await expect(ada.page.getByText("Replying to Ada")).toBeVisible();
  await ada.page.keyboard.press("Enter");
  await expect(ada.message("for the lobby")).toHaveCount(1);
  await ada.openRoom("pier");
  await expect(ada.box).toHaveValue("for the pier");
  await expect(ada.message("for the lobby")).toHaveCount(0);
});

test("a press makes a known room ready, and only the click opens it", async ({ server, visit, guard }) => {
  guard.rowsMove();
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await ada.sendStored("read already");
  await ada.button("New room").click();
  await ada.type(ada.page.getByRole("textbox", { name: "Name" }), "pier");
  await ada.button("Create room").click();
  await expect(ada.page.getByRole("heading", { name: "pier", level: 1 })).toBeVisible();
  await server.say("Bela", ["not seen yet"]);
  const unread = ada.room("lobby").getByRole("img", { name: "1 unread message" });
  await expect(unread).toBeVisible();

  const waiting = ada.page.locator("article", { hasText: "not seen yet" });
  await ada.room("lobby").hover();
  await ada.page.mouse.down();
  await expect(waiting).toBeAttached();
  // In the page, but neither seen nor read out.
  await expect(ada.message("not seen yet")).toHaveCount(0);
  await expect(ada.page.getByText("This is the beginning of pier")).toBeInViewport({ ratio: 1 });
  expect(await waiting.evaluate(isOnTop)).toBe(false);
  await ada.box.hover();
  await ada.page.mouse.up();
  await expect(waiting).toHaveCount(0);
  await expect(ada.page.getByRole("heading", { name: "pier", level: 1 })).toBeVisible();
  await expect(unread).toBeVisible();

  await ada.room("lobby").hover();
  await ada.page.mouse.down();
  await expect(waiting).toBeAttached();
  await ada.page.mouse.up();
  await expect(ada.message("not seen yet")).toBeInViewport();
  expect(await waiting.evaluate(isOnTop)).toBe(true);
  await expect(ada.log.getByRole("heading", { name: "New messages" })).toBeInViewport();
  await expect(unread).toHaveCount(0);
  await expect(ada.page.getByRole("log")).toHaveCount(1);
});

test("Tab does not reach the room that a press makes ready", async ({ server, visit }) => {
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await ada.sendStored("read already");
  await ada.button("New room").click();
  await ada.type(ada.page.getByRole("textbox", { name: "Name" }), "pier");
  await ada.button("Create room").click();
  await expect(ada.page.getByRole("heading", { name: "pier", level: 1 })).toBeVisible();
  for (const key of ["Tab", "Shift+Tab"]) {
    await ada.room("lobby").hover();
    await ada.page.mouse.down();
    await expect(ada.page.locator("article", { hasText: "read already" })).toBeAttached();
    const before = key === "Tab" ? ada.page.getByRole("main").getByRole("button").first() : ada.box;
    await before.focus();
    for (let steps = 0; steps < 8; steps += 1) {
      await ada.page.keyboard.press(key);
      expect(await ada.page.evaluate(() => document.activeElement?.closest("[aria-hidden=true]") ?? null)).toBeNull();
    }
    await ada.box.hover();
    await ada.page.mouse.up();
  }
  await expect(ada.page.getByRole("heading", { name: "pier", level: 1 })).toBeVisible();
});

test("a draft survives a reload, stands in the list and reaches one's other device", async ({ server, visit }) => {
  const [desk, sofa] = [await visit(), await visit()];
  await desk.signIn(server, "Ada");
  await sofa.signIn(server, "Ada");
  await desk.openRoom("lobby");
  await desk.type(desk.box, "Half a sentence");
  await expect(sofa.room("lobby")).toContainText("Draft: Half a sentence");
  await desk.page.reload();
  await expect(desk.box).toHaveValue("Half a sentence");
  await sofa.openRoom("lobby");
  await expect(sofa.box).toHaveValue("Half a sentence");
});

test("what is unread is counted, divided and led back to", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await bela.signIn(server, "Bela");
  await server.say(
    "Ada",
    Array.from({ length: 40 }, (_, at) => `message ${at + 1}`),
  );
  await expect(bela.room("lobby").getByRole("img", { name: "40 unread messages" })).toBeVisible();
  await expect(bela.page).toHaveTitle(/^\(40\)/);

  await bela.openRoom("lobby");
  await expect(bela.log.getByRole("heading", { name: "New messages" })).toBeInViewport();
  const back = bela.button(/\d+ new messages/);
  await expect(back).toBeVisible();
  await back.click();
  await expect(bela.message("message 40")).toBeInViewport();
  await expect(back).toHaveCount(0);
  await expect(bela.room("lobby").getByRole("img", { name: /unread/ })).toHaveCount(0);
  await expect(ada.ticks("message 40")).toHaveText("Read");
});

test("a device that was signed out elsewhere is out at once", async ({ server, visit }) => {
  const [desk, lost] = [await visit(), await visit()];
  await desk.signIn(server, "Ada");
  await lost.signIn(server, "Ada");
  await desk.button("Menu").click();
  await desk.page.getByRole("menuitem", { name: "Settings" }).click();
  await desk.button("Sign out all other devices").click();
  await desk.page.getByRole("dialog").getByRole("button", { name: "Sign out all other devices" }).click();
  await expect(lost.button("Sign in")).toBeVisible();
  await expect(desk.page.getByText("You are signed in on this device only.")).toBeVisible();
});

/** Runs in the page: whether what is seen in the middle of this element is in it. */
function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}
