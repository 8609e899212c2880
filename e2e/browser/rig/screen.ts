import { expect } from "@playwright/test";
import type { Demo } from "../../demo/start.ts";
import type { Chat } from "./chat.ts";

type Act = (chat: Chat, demo: Demo) => Promise<void>;

/** A screen of the interface, and how one gets there. */
export interface Screen {
  readonly name: string;
  readonly open: Act;
  /** What covers a screen that is looked at by itself. */
  readonly part?: string;
  /** How it is left, if Escape is not enough. */
  readonly close?: Act;
}

export const dialogs = "dialog[open], [role=dialog], [role=alertdialog]";
export const menus = "[role=menu]";

/** Goes there without loading the page anew, as links do, where the page stands already. */
export async function go({ page }: Chat, url: string): Promise<void> {
  const isThere = URL.canParse(page.url()) && new URL(page.url()).origin === new URL(url).origin;
  if (!isThere) await page.goto(url);
  else await page.evaluate((to) => history.pushState(null, "", to), url);
}

export const page =
  (path: string, heading: RegExp): Act =>
  async (chat, demo) => {
    await go(chat, `${demo.url}${path}`);
    await expect(chat.page.getByRole("heading", { name: heading }).first()).toBeVisible();
  };

export const room =
  (name: string): Act =>
  async (chat, demo) => {
    await go(chat, `${demo.url}/r/${demo.roomId(name)}`);
    await expect(chat.page.getByRole("main").getByRole("heading", { name, level: 1 })).toBeVisible();
    await expect(chat.log.getByRole("article").last()).toBeVisible();
  };

/** What stands over a room, for as long as it is looked at. */
export function over(name: string, where: string, open: (chat: Chat) => Promise<void>): Screen {
  return {
    name,
    part: dialogs,
    async open(chat, demo) {
      await room(where)(chat, demo);
      await open(chat);
      await expect(chat.page.locator(dialogs).last()).toBeVisible();
    },
  };
}

export async function leave({ page }: Chat): Promise<void> {
  const covering = page.locator(`${dialogs}, ${menus}`).filter({ visible: true });
  while ((await covering.count()) > 0) {
    const left = await covering.count();
    await page.keyboard.press("Escape");
    await expect.poll(() => covering.count()).toBeLessThan(left);
  }
}
