import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

test.beforeEach(async ({ server, guard }) => {
  guard.rowsMove();
  await server.setUp("Ada");
  await server.join("Bela");
});

/** Begins a private conversation from the dialog for it. */
async function writeTo(chat: Chat, name: string, text: string): Promise<void> {
  await chat.button("New message").click();
  await chat.type(chat.page.getByRole("combobox", { name: "Name of a person" }), name);
  await chat.page.getByRole("option", { name }).click();
  await chat.button("Start conversation").click();
  await expect(chat.page.getByRole("main").getByRole("heading", { name, level: 1 })).toBeVisible();
  await chat.send(text);
}

/** The card of the other one, from the head of the conversation with them. */
async function openCard(chat: Chat, name: string) {
  await chat.page.getByRole("main").getByRole("heading", { level: 1 }).getByRole("button", { name }).click();
  const card = chat.page.getByRole("dialog", { name: `Profile of ${name}` });
  await expect(card).toBeVisible();
  return card;
}

test("from a friend request to the first message", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");

  await ada.rooms.getByRole("link", { name: "Friends" }).click();
  await ada.button("Add a friend").click();
  await ada.type(ada.page.getByRole("combobox"), "Bela");
  await ada.page.getByRole("option", { name: "Bela" }).click();
  await ada.type(ada.page.getByRole("textbox", { name: /A line to go with it/ }), "From the harbour");
  await ada.button("Send request").click();
  await expect(ada.page.getByText("Request sent.")).toBeVisible();

  await expect(bela.rooms.getByRole("img", { name: "1 friend request" })).toBeVisible();
  await bela.rooms.getByRole("link", { name: "Friends" }).click();
  await expect(bela.page.getByText("From the harbour")).toBeVisible();
  await bela.button("Accept Ada").click();
  await expect(bela.page.getByText("No requests")).toBeVisible();
  await bela.page
    .getByRole("navigation", { name: /friends page/ })
    .getByRole("link", { name: "Online" })
    .click();
  await bela.button("Message Ada").click();
  await bela.send("Hello, friend");

  await ada.room("Hello, friend").click();
  await expect(ada.message("Hello, friend")).toBeVisible();
  await expect(ada.box).toBeVisible();
  await expect(ada.rooms.getByRole("heading", { name: "Requests" })).toHaveCount(0);
  await ada.roomMenu("Privacy here…");
  await ada.page.getByRole("switch", { name: "Previews of links" }).click();
  await expect(ada.page.getByRole("switch", { name: "Previews of links" })).not.toBeChecked();
});

test("a stranger's conversation stands apart until it is accepted", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await writeTo(ada, "Bela", "We have not met");

  await expect(bela.rooms.getByRole("heading", { name: "Requests 1" })).toBeVisible();
  await expect(bela.page).not.toHaveTitle(/^\(/);
  await bela.room("We have not met").click();
  await expect(bela.page.getByText("Ada would like to write to you")).toBeVisible();
  await expect(bela.box).toHaveCount(0);
  await expect(ada.ticks("We have not met")).toHaveText("Sent");

  await bela.button("Accept").click();
  await bela.send("Now we have");
  await expect(bela.rooms.getByRole("heading", { name: "Requests" })).toHaveCount(0);
  await expect(ada.message("Now we have")).toBeVisible();
  // Whose browser was opened last has the focus, and so reads.
  await ada.sendStored("Pleased to meet you");
  await expect(ada.ticks("Pleased to meet you")).toHaveText("Read");
});

test("a block ends what both can do, and hides what is written elsewhere", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await writeTo(ada, "Bela", "Good morning");

  const card = await openCard(ada, "Bela");
  await card.getByRole("button", { name: "Block" }).click();
  const question = ada.page.getByRole("dialog", { name: "Block Bela?" });
  await expect(question).toContainText("They are not told.");
  await question.getByRole("button", { name: "Block", exact: true }).click();
  await expect(ada.page.getByText("You blocked them", { exact: true })).toBeVisible();
  await expect(ada.box).toHaveCount(0);

  await bela.openRoom("lobby");
  await bela.sendStored("Is anybody here?");
  await ada.page.keyboard.press("Escape");
  await ada.room("lobby").click();
  await expect(ada.page.getByText("1 message from someone you blocked")).toBeVisible();
  await expect(ada.message("Is anybody here?")).toHaveCount(0);
  await ada.button("Show").click();
  await expect(ada.message("Is anybody here?")).toBeVisible();

  await ada.page.goto(`${server.url}/friends/blocked`);
  await ada.button(/Unblock/).click();
  await expect(ada.page.getByText("Nobody is blocked")).toBeVisible();
});

test("whoever is invisible looks offline, and is not told apart from it", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");
  const row = await bela.memberRow("Ada");
  await expect(row).toContainText("online");

  await ada.button("Menu").click();
  await ada.page.getByRole("menuitemradio", { name: "Invisible" }).click();
  await expect(row).toContainText("offline");
  await row.getByRole("button", { name: "Ada", exact: true }).click();
  const card = bela.page.getByRole("dialog", { name: "Profile of Ada" });
  await expect(card).toContainText(/offline|last seen/);

  await bela.page.keyboard.press("Escape");
  await ada.button("Menu").click();
  await ada.page.getByRole("menuitemradio", { name: "Busy" }).click();
  await expect(row).toContainText("busy");
});

test("who does not show how far they have read does not see it either", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await bela.page.goto(`${server.url}/settings/privacy`);
  await bela.page.getByRole("switch", { name: "Show how far I have read" }).click();
  await bela.openRoom("lobby");
  await ada.openRoom("lobby");

  await ada.sendStored("Read me");
  await expect(bela.message("Read me")).toBeVisible();
  await bela.sendStored("I did");
  await expect(ada.message("I did")).toBeVisible();
  await expect(ada.ticks("Read me")).toHaveText("Delivered");
  await expect(bela.ticks("I did")).toHaveText("Delivered");
  await bela.menu("I did", "Seen by");
  await expect(bela.page.getByRole("dialog", { name: "Seen by" })).toContainText("You do not show others");
  await bela.page.keyboard.press("Escape");

  await bela.roomMenu("Privacy here…");
  await bela.page.getByRole("combobox", { name: "Read receipts" }).selectOption({ label: "Show" });
  await bela.button("Done").click();
  await ada.sendStored("And now?");
  await expect(ada.ticks("And now?")).toHaveText("Read");
  await ada.menu("And now?", "Seen by");
  await expect(ada.page.getByRole("dialog", { name: "Seen by" })).toContainText("Bela");
});
