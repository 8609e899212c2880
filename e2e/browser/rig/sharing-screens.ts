import { expect } from "@playwright/test";
import type { Demo } from "../../demo/start.ts";
import type { Chat } from "./chat.ts";
import { dialogs, leave, menus, over, page, room, type Screen } from "./screen.ts";

const shared = "film nights";

const rightClick = async (chat: Chat, message: RegExp) => {
  await chat.log
    .getByRole("article", { name: message })
    .last()
    .click({ button: "right", position: { x: 90, y: 8 } });
};

const menuOf = async (chat: Chat, message: RegExp, item: string) => {
  await rightClick(chat, message);
  await chat.page.getByRole("menuitem", { name: item }).click();
};

const pictureTab = async (chat: Chat, tab: string) => {
  await chat.button("Emoji").click();
  await chat.page.getByRole("tab", { name: tab }).click();
  await expect(chat.page.getByRole("dialog").getByRole("gridcell").first()).toBeVisible();
};

const gallery = async (chat: Chat, demo: Demo) => {
  const media = chat.page.getByRole("tab", { name: "Media" });
  if (await media.isVisible()) return;
  await room(shared)(chat, demo);
  await chat.roomMenu("Photos, files and links");
  await expect(media).toBeVisible();
};

/** At what was shared last. */
const atEnd = async (chat: Chat, demo: Demo) => {
  await room(shared)(chat, demo);
  const down = chat.button(/new message|To the latest messages/);
  if (await down.isVisible()) await down.click();
  await expect(chat.log.getByRole("article", { name: /As said/ })).toBeInViewport();
};

const choose = async (chat: Chat, demo: Demo) => {
  await room(shared)(chat, demo);
  await menuOf(chat, /As said/, "Select");
  await chat.log
    .getByRole("article", { name: /From the hike/ })
    .getByRole("checkbox")
    .check();
};

/** What people share, and what they do with it. */
export const sharingScreens: readonly Screen[] = [
  {
    name: "conversation-shared",
    async open(chat, demo) {
      await room(shared)(chat, demo);
      await expect(chat.log.getByRole("button", { name: "Open films.ts" })).toBeVisible();
    },
  },
  { name: "conversation-shared-end", open: atEnd },
  over("file-text", shared, async (chat) => {
    await chat.log.getByRole("button", { name: "Open films.ts" }).click();
  }),
  over("scheduled", shared, async (chat) => {
    await chat.button(/scheduled messages/).click();
    await expect(chat.page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
  }),
  {
    name: "scheduled-edit",
    part: dialogs,
    async open(chat, demo) {
      await room(shared)(chat, demo);
      await chat.button(/scheduled messages/).click();
      const row = chat.page.getByRole("listitem").filter({ hasText: "how it was" });
      await row.getByRole("button", { name: "Edit" }).click();
      await expect(chat.page.getByRole("dialog").getByLabel("Date")).toBeVisible();
    },
    // It leads back to the list.
    async close(chat) {
      await chat.page.keyboard.press("Escape");
      await expect(chat.page.getByRole("dialog").getByLabel("Date")).toHaveCount(0);
      await leave(chat);
    },
  },
  {
    name: "send-later",
    part: menus,
    async open(chat, demo) {
      await room(shared)(chat, demo);
      await chat.box.fill("Later, then");
      await chat.box.press("Control+Shift+Enter");
      await expect(chat.page.getByRole("menu")).toBeVisible();
    },
    async close(chat) {
      await chat.page.keyboard.press("Escape");
      await chat.box.fill("");
    },
  },
  over("edit-history", shared, async (chat) => {
    await chat.log
      .getByRole("article", { name: /bring a cushion/ })
      .getByRole("button", { name: "edited" })
      .click();
  }),
  {
    name: "message-menu-reactions",
    part: menus,
    async open(chat, demo) {
      await room(shared)(chat, demo);
      await rightClick(chat, /From the hike/);
      await expect(chat.page.getByRole("menu")).toBeVisible();
    },
  },
  over("reactors", shared, (chat) => menuOf(chat, /From the hike/, "Who reacted")),
  over("forward", shared, (chat) => menuOf(chat, /From the hike/, "Forward")),
  over("pins", shared, (chat) =>
    chat.page.getByRole("region", { name: "Pinned messages" }).getByRole("button").last().click(),
  ),
  over("emoji", shared, (chat) => pictureTab(chat, "Emoji")),
  over("stickers", shared, (chat) => pictureTab(chat, "Stickers")),
  {
    name: "attach-menu",
    part: menus,
    async open(chat, demo) {
      await room(shared)(chat, demo);
      await chat.button("Attach").click();
      await expect(chat.page.getByRole("menu")).toBeVisible();
    },
  },
  {
    name: "selection",
    open: choose,
    async close(chat) {
      await chat.page.keyboard.press("Escape");
      await expect(chat.page.getByRole("toolbar", { name: "Selected messages" })).toHaveCount(0);
    },
  },
  {
    name: "voice-recording",
    async open(chat, demo) {
      await room(shared)(chat, demo);
      await chat.button("Record a voice message").focus();
      await chat.page.keyboard.press("Enter");
      await expect(chat.page.getByRole("group", { name: "Voice message" }).getByRole("timer")).toHaveText("0:01");
    },
    async close(chat) {
      await chat.page.keyboard.press("Escape");
      await expect(chat.page.getByRole("group", { name: "Voice message" })).toHaveCount(0);
    },
  },
  {
    name: "undo-sending",
    async open(chat, demo) {
      await room("notes to self")(chat, demo);
      await chat.box.fill("Return the projector");
      await chat.page.keyboard.press("Enter");
      await expect(chat.button("Undo sending")).toBeVisible();
    },
  },
  ...(["Media", "Files", "Links", "Voice"] as const).map((name) => ({
    name: `gallery-${name.toLowerCase()}`,
    async open(chat: Chat, demo: Demo) {
      await gallery(chat, demo);
      await chat.page.getByRole("tab", { name }).click();
      await expect(chat.page.getByRole("tabpanel").getByRole("listitem").first()).toBeVisible();
    },
  })),
  {
    name: "lightbox",
    part: dialogs,
    async open(chat, demo) {
      await gallery(chat, demo);
      await chat.page.getByRole("tab", { name: "Media" }).click();
      await chat.page.getByRole("button", { name: "Show quay.png" }).last().click();
      await expect(chat.page.getByRole("dialog").getByRole("img")).toBeVisible();
    },
  },
  { name: "saved", open: page("/saved", /^Saved/) },
];
