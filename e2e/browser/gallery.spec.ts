import { type Colour, png, webm } from "../proof/rig/pictures.ts";
import { Sharer } from "../proof/rig/sharing.ts";
import type { Chat } from "./rig/chat.ts";
import { password } from "./rig/server.ts";
import { expect, test } from "./rig/test.ts";

/** More than a page of the gallery, and than one of the large pictures. */
const COUNT = 32;

const tile = (chat: Chat, name: string) => gallery(chat).getByRole("button", { name: `Show ${name}` });
const gallery = (chat: Chat) => chat.page.getByLabel("Photos, files and links").first();
const part = (chat: Chat, name: string) => gallery(chat).getByRole("tab", { name });
const viewer = (chat: Chat) => chat.page.getByRole("dialog", { name: "Pictures of this conversation" });

test("what was shared in a room: looked through, followed, and found again in the conversation", async ({
  server,
  visit,
}) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const bela = await Sharer.signIn(server.url, "Bela", password);
  const roomId = await bela.createRoom("harbour");
  const colours: Colour[] = [
    [200, 90, 80],
    [80, 170, 120],
    [90, 120, 200],
  ];
  const shared = Array.from({ length: COUNT }, (_, at) => ({ name: `${at}.png`, bytes: png(60, 40, colours[at % 3]) }));
  await bela.sayAll(roomId, [
    { body: "The plan: https://plan.example/quay and [the map](https://map.example)" },
    { files: [{ name: "tides.csv", bytes: Buffer.from("high,low\n") }] },
    { files: [{ name: "spoken.webm", bytes: webm, voiceMs: 4_000 }] },
    ...shared.map((picture) => ({ files: [picture] })),
    ...Array.from({ length: 80 }, (_, at) => ({ body: `Later ${at}` })),
  ]);

  const chat = await visit();
  await chat.signIn(server, "Bela");
  await chat.openRoom("harbour");
  await chat.roomMenu("Photos, files and links");
  await expect(tile(chat, "31.png")).toBeVisible();
  await chat.isAccessible("a gallery");

  // The oldest is on the second page.
  await tile(chat, "31.png").focus();
  await chat.page.keyboard.press("End");
  await expect(tile(chat, "0.png")).toBeAttached();
  await chat.page.keyboard.press("Home");
  await chat.page.keyboard.press("ArrowDown");
  await chat.page.keyboard.press("ArrowUp");
  await expect(tile(chat, "31.png")).toBeFocused();
  await chat.page.keyboard.press("Enter");
  await expect(viewer(chat).getByRole("status")).toContainText("31.png");
  // On and on, beyond what the conversation and the gallery have loaded.
  for (let at = COUNT - 2; at >= 0; at -= 1) {
    await expect(viewer(chat).getByRole("button", { name: "Previous" })).toBeAttached();
    await chat.page.keyboard.press("ArrowLeft");
    await expect(viewer(chat).getByRole("status")).toContainText(`${at}.png`);
  }
  await expect(viewer(chat).getByRole("button", { name: "Previous" })).toHaveCount(0);
  await viewer(chat).getByRole("button", { name: "Show the message" }).click();
  await expect(viewer(chat)).toHaveCount(0);
  await expect(chat.log.getByRole("button", { name: "Show 0.png" })).toBeInViewport();

  await part(chat, "Media").focus();
  await chat.page.keyboard.press("ArrowRight");
  await expect(gallery(chat).getByRole("link", { name: /tides\.csv.*Download/ })).toBeVisible();
  await chat.page.keyboard.press("ArrowRight");
  await expect(gallery(chat).getByRole("link")).toHaveText(["plan.example/quay", "the map"]);
  await expect(gallery(chat).getByRole("link").first()).toHaveAttribute("href", "https://plan.example/quay");
  await chat.isAccessible("links");
  await part(chat, "Voice").click();
  await expect(gallery(chat).getByRole("button", { name: "Play the voice message" })).toBeVisible();

  await chat.page.setViewportSize({ width: 390, height: 844 });
  await expect(chat.log).toBeHidden();
  await chat.isAccessible("voice messages, on a phone");
  await gallery(chat).getByRole("button", { name: "Show the message" }).click();
  await expect(chat.log.getByRole("button", { name: "Play the voice message" })).toBeInViewport();
});
