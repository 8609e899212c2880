import { generate } from "otplib";
import { unpack } from "./rig/archive.ts";
import type { Chat } from "./rig/chat.ts";
import { password } from "./rig/server.ts";
import { expect, test } from "./rig/test.ts";

/** Away from the step that was used last: each code is good for one sign-in. */
const nextStep = (): number => Math.floor(Date.now() / 1_000) + 30;

async function openAccount({ page }: Chat, { url }: { url: string }): Promise<void> {
  await page.goto(`${url}/settings/account`);
  await expect(page.getByRole("heading", { name: "Password" })).toBeVisible();
}

async function turnOn(chat: Chat): Promise<{ secret: string; codes: string[] }> {
  const dialog = chat.page.getByRole("dialog");
  await chat.button("Turn on").click();
  await chat.type(dialog.getByLabel("Your password", { exact: true }), password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  const secret = ((await dialog.locator("code").textContent()) ?? "").replace(/\s/g, "");
  await chat.type(dialog.getByLabel("Code from the app"), await generate({ secret }));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const shown = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(shown).toHaveCount(10);
  const codes = await shown.allTextContents();
  await chat.button("I have kept them").click();
  await expect(chat.page.getByText(`${codes.length} recovery codes left`)).toBeVisible();
  return { secret, codes };
}

test("a second factor: turned on, asked for, stood in for by a recovery code", async ({ server, visit, guard }) => {
  guard.expects(401);
  await server.setUp("Ada");
  const desk = await visit();
  await desk.signIn(server, "Ada");
  await openAccount(desk, server);
  const { secret, codes } = await turnOn(desk);
  expect(codes).toHaveLength(10);

  const phone = await visit();
  await phone.page.goto(`${server.url}/sign-in`);
  await phone.fillAccount("Ada");
  await phone.button("Sign in").click();
  const code = phone.page.getByLabel("Code from your authenticator app");
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await code.fill("000000");
  await phone.button("Sign in").click();
  await expect(phone.page.getByRole("alert")).toContainText("This code is not right");
  await code.fill(await generate({ secret, epoch: nextStep() }));
  await phone.button("Sign in").click();
  await expect(phone.connection).toHaveText("Live");

  const lost = await visit();
  await lost.page.goto(`${server.url}/sign-in`);
  await lost.fillAccount("Ada");
  await lost.button("Sign in").click();
  await lost.button("Use a recovery code").click();
  await lost.page.getByLabel("Recovery code").fill(codes[0] ?? "");
  await lost.button("Sign in").click();
  await expect(lost.connection).toHaveText("Live");
  await openAccount(lost, server);
  await expect(lost.page.getByText("9 recovery codes left")).toBeVisible();
});

test("another device is signed in by the link that this one shows", async ({ server, visit, guard }) => {
  await server.setUp("Ada");
  const desk = await visit();
  await desk.signIn(server, "Ada");
  await openAccount(desk, server);
  await desk.button("Show a code").click();
  await expect(desk.page.getByRole("img", { name: "QR code that signs in another device" })).toBeVisible();
  const link = await desk.page.getByLabel("Link for the other device").inputValue();

  const phone = await visit();
  await phone.page.goto(link);
  await phone.button("Sign in here").click();
  await expect(phone.connection).toHaveText("Live");
  await expect(desk.page.getByText("Another device has just been signed in.")).toBeVisible();

  guard.expects(410);
  const stranger = await visit();
  await stranger.page.goto(link);
  await stranger.button("Sign in here").click();
  await expect(stranger.page.getByRole("alert")).toContainText("Show a new code");
});

test("another password signs every other device out", async ({ server, visit }) => {
  await server.setUp("Ada");
  const [desk, phone] = [await visit(), await visit()];
  await desk.signIn(server, "Ada");
  await phone.signIn(server, "Ada");
  await openAccount(desk, server);
  await desk.type(desk.page.getByLabel("Current password", { exact: true }), password);
  await desk.type(desk.page.getByLabel("New password", { exact: true }), "a longer way in");
  await desk.button("Change password").click();
  await expect(phone.button("Sign in")).toBeVisible();
  await expect(desk.connection).toHaveText("Live");
});

test("everything of mine comes as one archive, to be read without any server", async ({ server, visit }) => {
  await server.setUp("Ada");
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await ada.sendStored("to be kept");
  await server.say("Ada", [
    "**strong**, `code`, ||hidden||, https://example.org and <b>\n```\nas it is\n```\n> quoted",
  ]);
  await openAccount(ada, server);
  await ada.button("Gather my data").click();
  const link = ada.page.getByRole("link", { name: "Download" });
  await expect(link).toBeVisible();
  const [download] = await Promise.all([ada.page.waitForEvent("download"), link.click()]);
  const index = unpack(await download.path(), test.info().outputPath("archive"));

  const reader = await visit({ offline: true });
  await reader.page.goto(index);
  await reader.isAccessible("the first page of an archive");
  await reader.page.getByRole("link", { name: "lobby", exact: true }).click();
  await expect(reader.page.getByRole("article").filter({ hasText: "to be kept" })).toContainText("Ada");
  for (const colorScheme of ["light", "dark"] as const) {
    await reader.page.emulateMedia({ colorScheme });
    await reader.isAccessible(`a conversation in an archive, ${colorScheme}`);
  }
});

test("an account is deleted after a question, and kept after all", async ({ server, visit }) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const bela = await visit();
  await bela.signIn(server, "Bela");
  await openAccount(bela, server);
  await bela.button("Delete my account…").click();
  const dialog = bela.page.getByRole("dialog");
  await bela.type(dialog.getByLabel("Your password", { exact: true }), password);
  await bela.type(dialog.getByLabel("Type bela to confirm"), "somebody");
  await bela.button("Delete my account").click();
  await expect(dialog.getByRole("alert")).toContainText("exactly");
  await bela.type(dialog.getByLabel("Type bela to confirm"), "bela");
  await bela.button("Delete my account").click();
  await expect(dialog).toHaveCount(0);
  // In the settings and over everything. Not while that is being fetched: Firefox complains of what is cut off.
  const notice = bela.page.getByText(/Your account will be deleted on/);
  await expect(notice).toHaveCount(2);
  await bela.page.goto(server.url);
  await expect(notice).toBeVisible();
  await bela.button("Keep my account").click();
  await expect(notice).toHaveCount(0);
});

test("messages disappear when their time is over, together in one line", async ({ server, visit, guard }) => {
  await server.setUp("Ada");
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await ada.sendStored("this stays");
  await ada.roomMenu("Disappearing messages");
  await ada.page.getByLabel("Messages disappear after").selectOption({ label: "5 minutes" });
  await ada.button("Set").click();
  await ada.sendStored("gone soon");
  await ada.sendStored("and this");
  await expect(ada.message("gone soon").getByRole("img", { name: /^Disappears/ })).toBeVisible();

  guard.serverGoesAway();
  await server.age(5 * 60_000);
  await expect(ada.log.getByText("2 messages have disappeared")).toBeVisible();
  await expect(ada.message("gone soon")).toHaveCount(0);
  await expect(ada.message("this stays")).toBeVisible();
});
