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

test("what is sent in the threads of a room is in its gallery, as it comes and goes, and leads there", async ({
  server,
  visit,
  guard,
}) => {
  guard.rowsMove();
  await server.setUp("Ada");
  await server.join("Bela");
  const bela = await Sharer.signIn(server.url, "Bela", password);
  const roomId = await bela.createRoom("harbour");
  const picture = (name: string, colour: Colour) => ({ files: [{ name, bytes: png(60, 40, colour) }] });
  await bela.sayAll(roomId, [{ body: "Which boat?" }, { body: "Which quay?" }, picture("quay.png", [200, 90, 80])]);
  const boats = await bela.openThread(roomId, 1);
  await bela.sayAll(boats, [
    picture("sloop.png", [80, 170, 120]),
    { body: "See https://boats.example/sloop", files: [{ name: "sails.csv", bytes: Buffer.from("jib,main\n") }] },
    { files: [{ name: "spoken.webm", bytes: webm, voiceMs: 4_000 }] },
  ]);
  await bela.say(roomId, picture("crane.png", [90, 120, 200]));

  // Ada does not follow the threads: that there is something else in them, she hears in the room.
  const ada = await Sharer.signIn(server.url, "Ada", password);
  await ada.join(roomId);
  const chat = await visit();
  await chat.signIn(server, "Ada");
  await chat.openRoom("harbour");
  await chat.roomMenu("Photos, files and links");
  const tiles = gallery(chat).getByRole("button", { name: /^Show .*png$/ });
  const names = (...all: string[]) =>
    expect
      .poll(() => tiles.evaluateAll((some) => some.map((one) => one.getAttribute("aria-label"))))
      .toEqual(all.map((name) => `Show ${name}.png`));
  await names("crane", "sloop", "quay");
  const quays = await bela.openThread(roomId, 2);
  const bollard = await bela.say(quays, picture("bollard.png", [160, 160, 80]));
  await names("bollard", "crane", "sloop", "quay");
  await chat.isAccessible("a gallery with pictures of threads");
  await bela.remove(quays, bollard.id);
  await names("crane", "sloop", "quay");

  await tile(chat, "quay.png").click();
  await expect(viewer(chat).getByRole("status")).toContainText("quay.png");
  await chat.page.keyboard.press("ArrowRight");
  await expect(viewer(chat).getByRole("status")).toContainText("sloop.png");
  await chat.page.keyboard.press("ArrowRight");
  await expect(viewer(chat).getByRole("status")).toContainText("crane.png");
  await chat.page.keyboard.press("ArrowLeft");
  await viewer(chat).getByRole("button", { name: "Show the message" }).click();
  const thread = chat.page.getByRole("complementary", { name: "Thread" });
  await expect(thread.getByRole("button", { name: "Show sloop.png" })).toBeInViewport();

  await chat.roomMenu("Photos, files and links");
  await part(chat, "Files").click();
  await expect(gallery(chat).getByRole("link", { name: /sails\.csv.*Download/ })).toBeVisible();
  await part(chat, "Links").click();
  await expect(gallery(chat).getByRole("link")).toHaveText(["boats.example/sloop"]);
  await chat.page.setViewportSize({ width: 390, height: 844 });
  await part(chat, "Voice").click();
  await expect(gallery(chat).getByRole("button", { name: "Play the voice message" })).toBeVisible();
  await gallery(chat).getByRole("button", { name: "Show the message" }).click();
  const alone = chat.page.getByRole("main", { name: "Thread" });
  await expect(alone.getByRole("button", { name: "Play the voice message" })).toBeInViewport();
});
