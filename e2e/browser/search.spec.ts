import { request } from "@parley/client";
import { foldHandle } from "@parley/contract";
import type { Locator } from "@playwright/test";
import { password, people } from "../demo/people.ts";
import type { Demo } from "../demo/start.ts";
import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

const field = (chat: Chat): Locator => chat.page.getByRole("combobox", { name: "Search messages" });
const hits = (chat: Chat): Locator => chat.page.locator("[data-hit]");
/** Of a text that was written once, 297 days ago. */
const lens = "Which lens do you take for the lake?";

/** All that was written before the server first started can be found. */
async function isReady({ url }: Demo): Promise<void> {
  const username = foldHandle(people[0] ?? "");
  const { token = "" } = await request({ url }, "session:create", { username, password });
  const isComplete = async () => (await request({ url, token }, "search:messages", { text: "lake" })).isComplete;
  await expect.poll(isComplete, { timeout: 60_000 }).toBe(true);
}

test("two words find what was written long ago in another room; operators say what else it must be", async ({
  demo,
  visit,
}) => {
  await isReady(demo);
  const chat = await visit();
  await chat.signInByLink(demo);
  await chat.page.goto(`${demo.url}/r/${demo.roomId("engineering")}`);
  await expect(chat.log.getByRole("article").first()).toBeVisible();
  await chat.page.keyboard.press("Control+Shift+F");
  await expect(field(chat)).toBeFocused();
  await chat.page.keyboard.type("lake lens");
  await expect(hits(chat)).toHaveCount(1);
  await expect(hits(chat).locator("mark")).toHaveText(["lens", "lake"]);
  await chat.page.keyboard.press("ArrowDown");
  await chat.page.keyboard.press("Enter");
  await expect(chat.page.getByRole("heading", { name: "kitchen table", level: 1 })).toBeVisible();
  await expect(chat.message(lens)).toBeInViewport();
  await expect(hits(chat)).toBeFocused();

  await chat.page.keyboard.press("ArrowUp");
  await chat.type(field(chat), "from:zo");
  await expect(chat.page.getByRole("option", { name: /Zoë O'Connor/ })).toHaveAttribute("aria-selected", "true");
  await chat.page.keyboard.press("Enter");
  await expect(field(chat)).toHaveValue(/^from:\S+ $/);
  await expect(hits(chat).nth(5)).toContainText("Zoë O'Connor");
  for (const hit of await hits(chat).all()) await expect(hit).toContainText("Zoë O'Connor");
  const before = await hits(chat).count();
  await hits(chat).last().scrollIntoViewIfNeeded();
  await expect.poll(() => hits(chat).count()).toBeGreaterThan(before);
  await chat.isAccessible("search");

  // As from an input method: there are no keys for these letters.
  await field(chat).focus();
  await chat.page.keyboard.press("Control+a");
  await chat.page.evaluate(() => document.execCommand("insertText", false, "京都"));
  await expect(hits(chat).first().locator("mark").first()).toHaveText("京都");
  await chat.type(field(chat), "has:pizza");
  await expect(chat.page.getByText(/has:pizza is not known/)).toBeVisible();
  await chat.type(field(chat), "zyxwv is:pinned");
  await expect(chat.page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await chat.isAccessible("search without a result");
  await chat.button("Clear the search field").click();
  await expect(field(chat)).toBeFocused();
  await chat.button("lake lens").click();
  await expect(hits(chat)).toHaveCount(1);
  await chat.page.keyboard.press("Escape");
  await expect(field(chat)).toHaveCount(0);
  await expect(chat.box).toBeFocused();
});

test("a calendar leads to a day, by keyboard and from the line between two days", async ({ demo, visit }) => {
  const chat = await visit();
  await chat.signInByLink(demo);
  await chat.page.goto(`${demo.url}/r/${demo.roomId("kitchen table")}`);
  await expect(chat.log.getByRole("article").first()).toBeVisible();
  await chat.roomMenu("Jump to a date");
  const calendar = chat.page.getByRole("dialog", { name: "Jump to a date" });
  const chosen = calendar.locator("[data-date]:focus");
  await expect(chosen).toHaveAttribute("aria-current", "date");
  await expect(calendar.getByRole("grid")).toHaveAttribute("aria-busy", "false");
  await chat.isAccessible("calendar");
  for (let month = 0; month < 4; month += 1) await chat.page.keyboard.press("PageUp");
  await expect(calendar.getByRole("grid")).toHaveAttribute("aria-busy", "false");
  await chat.page.keyboard.press("ArrowUp");
  const [day] = ((await chosen.getAttribute("aria-label")) ?? "").split(/, (?=no|\d+ message)/);
  await chat.page.keyboard.press("Enter");
  await expect(calendar).toHaveCount(0);
  const ofDay = chat.log.getByRole("article", { name: `${day} at` });
  await expect(ofDay.first()).toBeInViewport();

  await chat.log.getByRole("heading", { level: 2 }).getByRole("button").first().click();
  await expect(calendar).toBeVisible();
  await chat.page.keyboard.press("Escape");
  await expect(calendar).toHaveCount(0);
});

test("on a phone, what was found is there again after looking at it", async ({ demo, visit, browserName }) => {
  await isReady(demo);
  const viewport = { width: 390, height: 844 };
  const hasTouch = browserName !== "firefox";
  const phone = await visit(hasTouch ? { viewport, hasTouch, isMobile: true } : { viewport });
  await phone.signInByLink(demo);
  await phone.button("Search messages").click();
  await expect(phone.rooms).toBeHidden();
  await expect(field(phone)).toBeFocused();
  // At once: each letter would be a question of its own, with other rows.
  await phone.page.evaluate(() => document.execCommand("insertText", false, "saturday"));
  await expect(hits(phone).nth(12)).toBeAttached();
  const hit = hits(phone).nth(12);
  await hit.scrollIntoViewIfNeeded();
  await phone.isAccessible("search on a phone");
  const { y } = (await hit.boundingBox()) ?? { y: 0 };
  await hit.click();
  await expect(phone.log.getByRole("article").first()).toBeVisible();
  await expect(field(phone)).toBeHidden();
  await phone.page.getByRole("link", { name: "Back to what was found" }).click();
  await expect(hit).toBeInViewport();
  // To click, Firefox brings a row whose place is a fraction of a pixel to a whole one.
  expect(Math.abs(((await hit.boundingBox())?.y ?? 0) - y)).toBeLessThan(2);
  await phone.button("Close search").click();
  await expect(phone.rooms).toBeVisible();
});
