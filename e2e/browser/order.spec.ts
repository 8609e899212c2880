import type { Locator } from "@playwright/test";
import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

const room = "harbour watch";

/** Bela keeps order in Ada's room, and Caro is a member of it. Both have it open. */
test.beforeEach(async ({ server, guard }) => {
  guard.rowsMove();
  await server.setUp("Ada");
  await server.join("Bela");
  await server.join("Caro");
});

const company = { owner: "Ada", moderator: "Bela", member: "Caro" };

async function enter(chat: Chat, server: { url: string }, username: string): Promise<Chat> {
  await chat.signIn(server, username);
  await chat.openRoom(room);
  return chat;
}

async function chooseFor(chat: Chat, row: Locator, item: string): Promise<Locator> {
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await chat.page.getByRole("menuitem", { name: item }).click();
  return chat.page.getByRole("dialog");
}

/** One part of the room's settings, opened. */
async function openSettings(chat: Chat, part: string): Promise<Locator> {
  await chat.roomMenu("Room settings");
  const dialog = chat.page.getByRole("dialog", { name: `Settings of #${room}` });
  await dialog.locator("summary").filter({ hasText: part }).click();
  return dialog;
}

/** Each rule by what it is called, and what is chosen for it. */
async function setRules(chat: Chat, rules: Readonly<Record<string, string>>): Promise<void> {
  const dialog = await openSettings(chat, "Rules");
  for (const [rule, label] of Object.entries(rules)) await dialog.getByLabel(rule).selectOption({ label });
  await chat.isAccessible("the rules of a room");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(dialog).toHaveCount(0);
}

/** "9:05" or "09:05", as the browser has it. */
function inAnHour(): string {
  const at = new Date(Date.now() + 3_600_000);
  return `0?${at.getUTCHours()}:${at.toISOString().slice(14, 16)}`;
}

test("whoever is muted reads along, and is told until when", async ({ server, visit }) => {
  await server.makeRoom(room, company);
  const bela = await enter(await visit(), server, "Bela");
  const caro = await enter(await visit(), server, "Caro");
  const row = await bela.memberRow("Caro");
  const question = await chooseFor(bela, row, "Mute…");
  await question.getByLabel("For how long").selectOption({ label: "1 hour" });
  await bela.isAccessible("the question before a mute");
  const times = [inAnHour()];
  await question.getByRole("button", { name: "Mute", exact: true }).click();
  await expect(row).toContainText("muted until");
  const notice = caro.page.getByText(/A moderator muted you here until/);
  await expect(notice).toBeVisible();
  times.push(inAnHour());
  await expect(notice).toHaveText(new RegExp(` (${times.join("|")})\\. You can read along\\.$`));
  await expect(caro.box).toHaveCount(0);
  await caro.isAccessible("a conversation where I am muted");
  await bela.sendStored("You may read this");
  await expect(caro.message("You may read this")).toBeVisible();

  await chooseFor(bela, row, "Let them write again");
  await caro.sendStored("Thank you");
  await expect(notice).toHaveCount(0);
  await expect(row).not.toContainText("muted");
  await expect(bela.message("Thank you")).toBeVisible();
});

test("only moderators write announcements; in slow mode all others wait for their turn", async ({ server, visit }) => {
  await server.makeRoom(room, company);
  const bela = await enter(await visit(), server, "Bela");
  const caro = await enter(await visit(), server, "Caro");
  await setRules(bela, { "Who may write": "Moderators only (announcements)" });
  const notice = caro.page.getByText("Only moderators write here. You can read along.");
  await expect(notice).toBeVisible();
  await expect(caro.box).toHaveCount(0);
  await caro.isAccessible("a conversation for announcements");
  await bela.sendStored("We sail at noon");
  await expect(caro.message("We sail at noon")).toBeVisible();

  await setRules(bela, {
    "Who may write": "Everyone in the room",
    "Slow mode: wait between two messages": "10 seconds",
  });
  await expect(notice).toHaveCount(0);
  await caro.sendStored("word 1");
  const sign = caro.page.getByRole("timer");
  const secondsLeft = async () => Number((await sign.textContent())?.slice(2));
  await expect(sign).toHaveText(/^0:(10|0\d)$/);
  const before = await secondsLeft();
  await caro.send("word 4");
  await bela.sendStored("word 2");
  await bela.sendStored("word 3");
  await expect(bela.page.getByRole("timer")).toHaveCount(0);
  await expect.poll(secondsLeft).toBeLessThan(before);
  await expect(caro.ticks("word 4")).toHaveText("Sending");
  await caro.isAccessible("a conversation in slow mode");
  await expect(caro.ticks("word 4")).toHaveText(/Sent|Delivered|Read/, { timeout: 30_000 });
  for (const chat of [bela, caro])
    await expect.poll(() => chat.texts("word ")).toEqual(["word 1", "word 2", "word 3", "word 4"]);
});

test("whoever is banned loses the room and every way back, until that ends", async ({ server, visit }) => {
  const roomId = await server.makeRoom(room, company);
  const link = await server.invite("Ada", roomId);
  const bela = await enter(await visit(), server, "Bela");
  const caro = await enter(await visit(), server, "Caro");
  await bela.sendStored("Good morning");
  const row = await bela.memberRow("Caro");
  const question = await chooseFor(bela, row, "Ban…");
  await bela.type(question.getByLabel("Reason (optional)"), "Sold fish again");
  await question.getByLabel("For how long").selectOption({ label: "1 week" });
  await bela.isAccessible("the question before a ban");
  await question.getByRole("button", { name: "Ban", exact: true }).click();
  await expect(row).toHaveCount(0);

  await expect(caro.page.getByText("This room is not here")).toBeVisible();
  await expect(caro.room(room)).toHaveCount(0);
  await caro.isAccessible("a room that was closed to me");
  await caro.page.goto(`${server.url}/r/${roomId}`);
  await expect(caro.page.getByText("This room is not here")).toBeVisible();
  await caro.page.goto(`${server.url}/rooms`);
  await caro.button(`Join #${room}`).click();
  await expect(caro.page.getByRole("main").getByRole("alert")).toContainText("You were banned from this room until");
  await caro.isAccessible("the directory, where I am refused");
  await caro.page.goto(link);
  await caro.button(`Join #${room}`).click();
  await expect(caro.page.getByRole("alert")).toContainText("You were banned from this room until");
  await caro.isAccessible("an invitation that is not for me");

  const settings = await openSettings(bela, "Banned people");
  await expect(settings.getByRole("listitem").filter({ hasText: "Sold fish again" })).toContainText("by Bela");
  await bela.isAccessible("the people who are banned");
  await settings.getByRole("button", { name: "Unban Caro" }).click();
  await expect(settings).toContainText("Nobody is banned from this room.");
  await caro.button(`Join #${room}`).click();
  await expect(caro.message("Good morning")).toBeVisible();
  await caro.sendStored("I am back");
});
