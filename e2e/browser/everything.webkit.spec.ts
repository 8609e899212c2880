import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { axeSource, findViolations } from "./rig/axe.ts";
import { scrollAndMeasure } from "./rig/scrolling.ts";
import { expect, test } from "./rig/test.ts";
import { type WebKitChat, withWebKit } from "./rig/webkit-chat.ts";

const folder = join(import.meta.dirname, "../artefacts/screens");

test.setTimeout(180_000);

test("WebKit: sign up by invitation, talk, edit, delete, reply", async ({ server }) => {
  await server.setUp("Ada");
  const link = await server.invite("Ada");
  await withWebKit(async (chat) => {
    await chat.driver.get(link);
    await chat.fillAccount("Bela");
    await chat.press(["button", "Create account"]);
    await chat.sees(["main h1", "lobby"]);
    await chat.sees(["nav [role=status]", "Live"]);
    await server.say("Ada", ["Welcome"]);
    await chat.seesMessage("Welcome");
    await chat.send("Good to be her");
    await chat.sees(["article [data-status]", "Sent"]);
    await chat.act("Good to be her", "Edit");
    await chat.fill(["textarea", "Message"], "Good to be here");
    await chat.press(["button", "Save the edit"]);
    await chat.seesMessage("Good to be here");
    await expect.poll(() => server.lastBody("Ada")).toBe("Good to be here");

    await chat.act("Welcome", "Reply");
    await chat.send("Thank you");
    await chat.act("Good to be here", "More actions");
    await chat.press(["[role=menuitem]", "Delete"]);
    await chat.press(["dialog button, [role=dialog] button", "Delete"]);
    await chat.seesMessage("This message was deleted.");
    await expectOnlyOurs(chat, server.url);
  });
});

test("WebKit: the server dies, two tabs write on, reload, and all arrives once", async ({ server }) => {
  await server.setUp("Ada");
  await withWebKit(async (chat) => {
    const { driver } = chat;
    await chat.signIn(server.url, "Ada");
    await chat.openRoom("lobby");
    await chat.send("note 1");
    await chat.sees(["article [data-status]", "Sent"]);
    // While the tab is seen: a hidden one's timers may never run, and what is not kept is not shown without the server.
    await expect.poll(() => chat.keeps("note 1")).toBe(true);
    const first = await driver.getWindowHandle();
    const address = await chat.run<string>("return location.href");
    await driver.switchTo().newWindow("tab");
    await driver.get(address);
    await chat.seesMessage("note 1");
    const second = await driver.getWindowHandle();

    await server.kill();
    await driver.switchTo().window(first);
    await chat.run("location.reload()");
    await chat.seesMessage("note 1");
    await chat.send("note 2");
    await driver.switchTo().window(second);
    await chat.send("note 3");
    await server.start();
    for (const tab of [second, first]) {
      await driver.switchTo().window(tab);
      await chat.sees(["nav [role=status]", "Live"]);
      await expect.poll(() => chat.texts("note ")).toEqual(["note 1", "note 2", "note 3"]);
      // "Live" is also shown for the first two seconds without a connection; this only once the server has them.
      await chat.sees(["article [data-status]", "Sent"], 3);
    }
    expect(await server.lastBody("Ada")).toBe("note 3");
  });
});

test("WebKit: older messages load without moving anything, no violations, a phone's size", async ({ demo }) => {
  mkdirSync(folder, { recursive: true });
  await withWebKit(async (chat) => {
    await chat.driver.get(demo.links[0]?.link ?? "");
    await chat.press(["button", "Sign in"]);
    await chat.sees(["nav [role=status]", "Live"]);
    await chat.driver.get(`${demo.url}/r/${demo.roomId("kitchen table")}`);
    await chat.sees(["nav [role=status]", "Live"]);
    await expect.poll(() => chat.count(["[role=log] article", ""])).toBeGreaterThan(5);
    await picture(chat, "conversation-webkit-desktop");
    const script = `return (${scrollAndMeasure})({ steps: 60, stepPx: 400 })`;
    const { moved, seen } = await chat.driver.executeScript<{ moved: string[]; seen: number }>(script);
    expect(seen, "messages that came by").toBeGreaterThan(200);
    expect(moved).toEqual([]);

    await chat.run(axeSource);
    expect(await chat.run(`return (${findViolations})()`)).toEqual([]);
    await chat.resize(390, 844);
    await expect.poll(() => chat.run("return innerWidth")).toBe(390);
    await chat.sees(["nav", ""], 0);
    expect(await chat.run("return document.documentElement.scrollWidth - innerWidth")).toBe(0);
    await picture(chat, "conversation-webkit-phone");
    await expectOnlyOurs(chat, demo.url);
  });
});

/** Of one's own, and of whom one knows. */
const pages = [
  ["settings", "/settings", "Appearance"],
  ["settings-profile", "/settings/profile", "About you"],
  ["settings-privacy", "/settings/privacy", "Who sees what"],
  ["settings-account", "/settings/account", "Two-factor sign-in"],
  ["friends", "/friends", "No friends yet"],
] as const;

test("WebKit: settings, friends, a card and a status, at a phone's size", async ({ demo }) => {
  await withWebKit(async (chat) => {
    await chat.driver.get(demo.links[0]?.link ?? "");
    await chat.press(["button", "Sign in"]);
    await chat.sees(["nav [role=status]", "Live"]);
    await chat.resize(390, 844);
    await expect.poll(() => chat.run("return innerWidth")).toBe(390);
    for (const [name, path, heading] of pages) {
      await chat.driver.get(`${demo.url}${path}`);
      await chat.sees(["main h2", heading]);
      await expectToFit(chat, name);
    }
    await chat.driver.get(`${demo.url}/r/${demo.roomId("engineering")}`);
    await chat.press(["[role=log] button", "Zoë O'Connor"]);
    await chat.sees(["[role=dialog] h2", "Zoë O'Connor"]);
    await chat.sees(["[role=dialog] button", "Add friend"]);
    await expectToFit(chat, "person-card");
    await chat.driver.get(demo.url);
    await chat.press(["button", "Menu"]);
    await chat.press(["[role=menuitem]", "Set a status…"]);
    await chat.sees(["dialog button", "Set status"]);
    await expectToFit(chat, "status");
    await expectOnlyOurs(chat, demo.url);
  });
});

/** At rest, nothing is wider than the page, and everybody can use it. */
async function expectToFit(chat: WebKitChat, name: string): Promise<void> {
  const moving = `
    return document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity).length`;
  await expect.poll(() => chat.run(moving), { message: `what moves in ${name}` }).toBe(0);
  expect.soft(await chat.run("return document.documentElement.scrollWidth - innerWidth"), name).toBe(0);
  await chat.run(axeSource);
  expect.soft(await chat.run(`return (${findViolations})()`), name).toEqual([]);
}

async function picture(chat: WebKitChat, name: string): Promise<void> {
  writeFileSync(join(folder, `${name}.png`), await chat.driver.takeScreenshot(), "base64");
}

async function expectOnlyOurs(chat: WebKitChat, url: string): Promise<void> {
  expect(await chat.origins()).toEqual([new URL(url).host]);
}
