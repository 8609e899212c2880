import { expect } from "@playwright/test";
import type { Demo } from "../../demo/start.ts";
import type { Chat } from "./chat.ts";
import { dialogs, go, menus, over, page, room, type Screen } from "./screen.ts";

const work = "engineering";

const home = async (chat: Chat, demo: Demo) => {
  await go(chat, demo.url);
  if (!(await chat.rooms.isVisible())) await chat.page.goto(demo.url);
  await expect(chat.rooms.getByRole("link").first()).toBeVisible();
};

const fromHome = (name: string, button: string): Screen => ({
  name,
  part: dialogs,
  async open(chat, demo) {
    await home(chat, demo);
    await chat.button(button).click();
    await expect(chat.page.getByRole("dialog")).toBeVisible();
  },
});

const roomMenu = (item: string) => (chat: Chat) => chat.roomMenu(item);

const appMenu = async (chat: Chat, demo: Demo) => {
  await home(chat, demo);
  await chat.button("Menu").click();
  await expect(chat.page.getByRole("menu")).toBeVisible();
};

/** The screens of the interface with somebody signed in, except what they share. */
export const screens: readonly Screen[] = [
  { name: "rooms", open: home },
  fromHome("new-room", "New room"),
  fromHome("new-message", "New message"),
  { name: "app-menu", part: menus, open: appMenu },
  {
    name: "status",
    part: dialogs,
    async open(chat, demo) {
      await appMenu(chat, demo);
      await chat.page.getByRole("menuitem", { name: "Set a status…" }).click();
      await expect(chat.page.getByRole("dialog")).toBeVisible();
    },
  },
  { name: "conversation-in-many-tongues", open: room("many tongues") },
  { name: "conversation-unread", open: room("kitchen table") },
  { name: "conversation", open: room(work) },
  {
    name: "message-menu",
    part: menus,
    async open(chat, demo) {
      await room(work)(chat, demo);
      await chat.log.getByRole("article").last().click({ button: "right" });
      await expect(chat.page.getByRole("menu")).toBeVisible();
    },
  },
  over("invite", work, roomMenu("Invite people")),
  over("room-settings", work, roomMenu("Room settings")),
  over("disappearing", work, roomMenu("Disappearing messages")),
  over("clear", work, roomMenu("Clear for me")),
  over("report", work, async (chat) => {
    await chat.log
      .getByRole("article", { name: /^(?!Mara)/ })
      .last()
      .click({ button: "right" });
    await chat.page.getByRole("menuitem", { name: "Report" }).click();
  }),
  over("person-card", work, async (chat) => {
    await chat.log.getByRole("button", { name: "Zoë O'Connor", exact: true }).last().click();
    await expect(chat.page.getByRole("dialog").getByText("rooms in common")).toBeVisible();
  }),
  over("calendar", work, async (chat) => {
    await chat.roomMenu("Jump to a date");
    await expect(chat.page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
  }),
  over("switcher", work, (chat) => chat.page.keyboard.press("Control+k")),
  over("keys", work, (chat) => chat.page.keyboard.press("Control+/")),
  {
    name: "members",
    async open(chat, demo) {
      await room(work)(chat, demo);
      await chat.page.getByRole("main").getByRole("button", { name: "Members", exact: true }).click();
      await expect(chat.page.getByText("Mara Lindqvist").last()).toBeVisible();
    },
    // Or it would stay beside all rooms from now on.
    close: (chat) => chat.button("Close members").click(),
  },
  {
    name: "search",
    async open(chat, demo) {
      await room(work)(chat, demo);
      await chat.page.keyboard.press("Control+Shift+F");
      await expect(chat.page.getByRole("combobox", { name: "Search messages" })).toBeFocused();
    },
  },
  {
    name: "search-found",
    async open(chat) {
      await chat.page.getByRole("combobox", { name: "Search messages" }).fill("saturday");
      await expect(chat.page.locator("[data-hit]").first()).toBeVisible();
    },
    close: async (chat, demo) => {
      await chat.page.goto(`${demo.url}/rooms`);
    },
  },
  { name: "directory", open: page("/rooms", /Find a room/) },
  { name: "friends", open: page("/friends", /^Friends/) },
  { name: "friends-suggestions", open: page("/friends/suggestions", /^Friends/) },
  { name: "settings", open: page("/settings", /^Settings/) },
  { name: "settings-profile", open: page("/settings/profile", /About you/) },
  { name: "settings-privacy", open: page("/settings/privacy", /Who sees what/) },
  { name: "settings-account", open: page("/settings/account", /^Two-factor sign-in/) },
  { name: "reports", open: page("/reports", /Nothing to settle/) },
  { name: "reports-settled", open: page("/reports/settled", /Nothing settled yet/) },
  { name: "reports-log", open: page("/reports/log", /Nothing in the log yet/) },
  { name: "not-found", open: page("/nowhere", /There is nothing here/) },
];
