import { expect } from "@playwright/test";
import type { Demo } from "../../demo/start.ts";
import type { Chat } from "./chat.ts";

/** Every screen of the interface, and how one gets there. `out`: without being signed in. */
export interface Screen {
  readonly name: string;
  readonly isOut?: boolean;
  readonly open: (chat: Chat, demo: Demo) => Promise<void>;
}

const room = (name: string) => async (chat: Chat, demo: Demo) => {
  await chat.page.goto(`${demo.url}/r/${demo.roomId(name)}`);
  await expect(chat.log.getByRole("article").first()).toBeVisible();
};

/** A dialog over a room. */
const over = (open: (chat: Chat) => Promise<void>) => async (chat: Chat, demo: Demo) => {
  await room("engineering")(chat, demo);
  await open(chat);
  await expect(chat.page.getByRole("dialog")).toBeVisible();
};

const roomMenu = (item: string) => (chat: Chat) => chat.roomMenu(item);

const page = (path: string, heading: RegExp) => async (chat: Chat, demo: Demo) => {
  await chat.page.goto(`${demo.url}${path}`);
  await expect(chat.page.getByRole("heading", { name: heading }).first()).toBeVisible();
};

const appMenu = async (chat: Chat, demo: Demo) => {
  await chat.page.goto(demo.url);
  await chat.button("Menu").click();
  await expect(chat.page.getByRole("menu")).toBeVisible();
};

export const screens: readonly Screen[] = [
  { name: "sign-in", isOut: true, open: page("/sign-in", /Sign in to Harbour/) },
  { name: "join-without-code", isOut: true, open: page("/join", /link is not complete/) },
  { name: "join-expired", isOut: true, open: page("/join#none", /does not work any more/) },
  { name: "link-without-code", isOut: true, open: page("/link", /link is not complete/) },
  { name: "link", isOut: true, open: page("/link#none", /Sign in on this device/) },
  { name: "set-up-done", isOut: true, open: page("/setup#none", /is set up/) },
  {
    name: "rooms",
    async open(chat, demo) {
      await chat.page.goto(demo.url);
      await expect(chat.rooms.getByRole("link").first()).toBeVisible();
    },
  },
  { name: "conversation", open: room("engineering") },
  { name: "conversation-in-many-tongues", open: room("many tongues") },
  { name: "conversation-unread", open: room("kitchen table") },
  {
    name: "members",
    async open(chat, demo) {
      await room("engineering")(chat, demo);
      await chat.page.getByRole("main").getByRole("button", { name: "Members", exact: true }).click();
      await expect(chat.page.getByText("Mara Lindqvist").last()).toBeVisible();
    },
  },
  {
    name: "message-menu",
    async open(chat, demo) {
      await room("engineering")(chat, demo);
      await chat.log.getByRole("article").last().click({ button: "right" });
      await expect(chat.page.getByRole("menu")).toBeVisible();
    },
  },
  { name: "invite", open: over(roomMenu("Invite people")) },
  { name: "room-settings", open: over(roomMenu("Room settings")) },
  { name: "disappearing", open: over(roomMenu("Disappearing messages")) },
  { name: "clear", open: over(roomMenu("Clear for me")) },
  {
    name: "report",
    open: over(async (chat) => {
      await chat.log
        .getByRole("article", { name: /^(?!Mara)/ })
        .last()
        .click({ button: "right" });
      await chat.page.getByRole("menuitem", { name: "Report" }).click();
    }),
  },
  { name: "switcher", open: over((chat) => chat.page.keyboard.press("Control+k")) },
  { name: "keys", open: over((chat) => chat.page.keyboard.press("Control+/")) },
  {
    name: "new-room",
    async open(chat, demo) {
      await chat.page.goto(demo.url);
      await chat.button("New room").click();
      await expect(chat.page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "new-message",
    async open(chat, demo) {
      await chat.page.goto(demo.url);
      await chat.button("New message").click();
      await expect(chat.page.getByRole("dialog")).toBeVisible();
    },
  },
  { name: "directory", open: page("/rooms", /Find a room/) },
  { name: "settings", open: page("/settings", /^Settings/) },
  { name: "settings-account", open: page("/settings/account", /^Two-factor sign-in/) },
  { name: "reports", open: page("/reports", /Nothing to settle/) },
  { name: "reports-settled", open: page("/reports/settled", /Nothing settled yet/) },
  { name: "reports-log", open: page("/reports/log", /Nothing in the log yet/) },
  { name: "settings-profile", open: page("/settings/profile", /About you/) },
  { name: "settings-privacy", open: page("/settings/privacy", /Who sees what/) },
  { name: "friends", open: page("/friends", /^Friends/) },
  { name: "friends-suggestions", open: page("/friends/suggestions", /^Friends/) },
  {
    name: "person-card",
    async open(chat, demo) {
      await room("engineering")(chat, demo);
      await chat.log.getByRole("button", { name: "Zoë O'Connor", exact: true }).last().click();
      await expect(chat.page.getByRole("dialog").getByText("rooms in common")).toBeVisible();
    },
  },
  { name: "app-menu", open: appMenu },
  {
    name: "status",
    async open(chat, demo) {
      await appMenu(chat, demo);
      await chat.page.getByRole("menuitem", { name: "Set a status…" }).click();
      await expect(chat.page.getByRole("dialog")).toBeVisible();
    },
  },
  { name: "not-found", open: page("/nowhere", /There is nothing here/) },
];
