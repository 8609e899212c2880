import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

/** From the menu of a message, as a member would. */
async function report(chat: Chat, text: string, line: string): Promise<void> {
  await chat.menu(text, "Report…");
  const dialog = chat.page.getByRole("dialog", { name: /^Report this message/ });
  await dialog.getByRole("radio", { name: "Spam" }).check();
  await chat.type(dialog.getByLabel("In your words (optional)"), line);
  await chat.isAccessible("a report of a message");
  await dialog.getByRole("button", { name: "Send report" }).click();
  await expect(chat.page.getByText("Thank you. Your report was sent.").last()).toBeVisible();
  await expect(dialog).toHaveCount(0);
}

/** What was reported to whoever keeps order, from the menu. */
async function openReports(chat: Chat): Promise<void> {
  await expect(chat.rooms.getByRole("img", { name: "1 report to settle" })).toBeVisible();
  await chat.button("Menu").click();
  await chat.page.getByRole("menuitem", { name: "Reports (1)" }).click();
}

test("a message is reported; who wrote it is warned, at the next time suspended, and let in again", async ({
  server,
  visit,
  guard,
}) => {
  guard.rowsMove();
  await server.setUp("Ada");
  await server.join("Bela");
  await server.join("Caro");
  await server.say("Caro", ["Cheap fish!"]);
  const [ada, bela, caro] = [await visit(), await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await caro.signIn(server, "Caro");
  await bela.openRoom("lobby");

  await report(bela, "Cheap fish!", "Every day");
  await openReports(ada);
  const card = ada.page.getByRole("main").getByRole("listitem").filter({ hasText: "Every day" });
  await expect(card).toContainText("Cheap fish!");
  await expect(card).toContainText("reported by Bela");
  await ada.isAccessible("reports to settle");
  await card.getByRole("button", { name: "Warn…" }).click();
  const warning = ada.page.getByRole("dialog", { name: "Warn Caro?" });
  await ada.type(warning.getByLabel("Your words to them"), "Sell your fish on the market");
  await ada.isAccessible("the question before a warning");
  await warning.getByRole("button", { name: "Warn", exact: true }).click();
  await expect(ada.page.getByText("Nothing to settle")).toBeVisible();
  await expect(ada.rooms.getByRole("img", { name: /to settle/ })).toHaveCount(0);

  const notice = caro.page.getByRole("dialog", { name: "A warning for you" });
  await expect(notice).toContainText("Sell your fish on the market");
  await caro.isAccessible("a warning");
  await caro.page.reload();
  await notice.getByRole("button", { name: "I have read this" }).click();
  await expect(notice).toHaveCount(0);
  await caro.page.reload();
  await expect(caro.connection).toHaveText("Live");
  await expect(notice).toHaveCount(0);

  await server.say("Caro", ["Fresh fish!"]);
  await report(bela, "Fresh fish!", "Again");
  await openReports(ada);
  await expect(ada.page.getByRole("main").getByText("Again", { exact: true })).toBeVisible();
  await ada.button("Suspend…").click();
  const suspension = ada.page.getByRole("dialog", { name: "Suspend Caro?" });
  await ada.isAccessible("the question before a suspension");
  await suspension.getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(ada.page.getByText("Nothing to settle")).toBeVisible();
  await expect(caro.button("Sign in")).toBeVisible();
  guard.expects(403);
  await caro.fillAccount("Caro");
  await caro.button("Sign in").click();
  await expect(caro.page.getByRole("alert")).toContainText("This account is suspended");
  await caro.isAccessible("a sign-in that is refused");

  const pages = ada.page.getByRole("navigation", { name: "Reports and the log" });
  await pages.getByRole("link", { name: "Settled" }).click();
  await expect(ada.page.getByText(/^Warned by Ada/)).toBeVisible();
  await ada.isAccessible("settled reports");

  await ada.page.getByRole("listitem").filter({ hasText: "Again" }).getByRole("button", { name: "Caro" }).click();
  const profile = ada.page.getByRole("dialog", { name: "Profile of Caro" });
  await expect(profile.getByText("Suspended: nobody signs in to this account.")).toBeVisible();
  await ada.isAccessible("the card of somebody who is suspended");
  await profile.getByRole("button", { name: "End suspension" }).click();
  await expect(ada.page.getByText("Caro can sign in again.")).toBeVisible();
  await expect(profile.getByText("Suspended")).toHaveCount(0);
  await ada.page.keyboard.press("Escape");
  await expect(profile).toHaveCount(0);
  await caro.button("Sign in").click();
  await expect(caro.connection).toHaveText("Live");

  await pages.getByRole("link", { name: "Log" }).click();
  await expect(ada.page.getByRole("listitem").filter({ hasText: "settled a report: Caro" })).toHaveCount(2);
  await expect(ada.page.getByRole("listitem").filter({ hasText: "ended a suspension: Caro" })).toHaveCount(1);
  await ada.isAccessible("the log");
});
