import type { Locator } from "@playwright/test";
import type { Chat } from "./rig/chat.ts";
import { expect, test } from "./rig/test.ts";

test.beforeEach(async ({ server, guard }) => {
  guard.rowsMove();
  await server.setUp("Ada");
  await server.join("Bela");
});

const microphone = (chat: Chat) => chat.button("Record a voice message");
const recorder = (chat: Chat) => chat.page.getByRole("group", { name: "Voice message" });

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}

/** Holds the button down until something was heard for a second. */
async function speak(chat: Chat): Promise<{ x: number; y: number }> {
  const at = await middleOf(microphone(chat));
  await chat.page.mouse.move(at.x, at.y);
  await chat.page.mouse.down();
  await expect(recorder(chat).getByRole("timer")).toHaveText(/^0:(0[1-9]|[1-5]\d)$/);
  return at;
}

test("spoken while the button is held, thrown away by sliding, locked, and with keys alone", async ({
  server,
  visit,
}) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");
  await bela.signIn(server, "Bela");
  await bela.openRoom("lobby");

  await ada.page.bringToFront();
  const at = await speak(ada);
  await ada.isAccessible("recording while the button is held");
  await ada.page.mouse.move(at.x - 150, at.y, { steps: 3 });
  await expect(recorder(ada)).toHaveCount(0);
  await ada.page.mouse.up();
  await expect(ada.log.getByRole("article")).toHaveCount(0);

  await speak(ada);
  await ada.page.mouse.up();
  const first = bela.message("Voice message").getByRole("button", { name: "Play the voice message" });
  await expect(first).toHaveCount(1);

  await speak(ada);
  await ada.page.mouse.move(at.x, at.y - 90, { steps: 3 });
  await ada.page.mouse.up();
  await ada.button("Pause recording").click();
  await ada.isAccessible("a recording to be listened to");
  await ada.button("Listen").click();
  await expect(recorder(ada).getByRole("slider")).not.toHaveAttribute("aria-valuenow", "0");
  await ada.button("Go on recording").click();
  await expect(recorder(ada).getByRole("timer")).toHaveText(/0:0[2-9]/);
  await ada.page.keyboard.press("Escape");
  await expect(recorder(ada)).toHaveCount(0);
  await expect(ada.box).toBeFocused();

  await microphone(ada).focus();
  await ada.page.keyboard.press("Enter");
  await expect(ada.button("Send")).toBeFocused();
  await expect(recorder(ada).getByRole("timer")).toHaveText(/^0:(0[1-9]|[1-5]\d)$/);
  await ada.page.keyboard.press("Enter");
  await expect(first).toHaveCount(2);

  const refusal = () => Promise.reject(new DOMException("", "NotAllowedError"));
  await ada.page.evaluate(`navigator.mediaDevices.getUserMedia = ${refusal}`);
  await microphone(ada).click();
  await expect(ada.page.getByText("The microphone is not allowed.")).toBeVisible();
  await expect(recorder(ada)).toHaveCount(0);
});

test("played one after the other, elsewhere too, and both sides see what was played", async ({ server, visit }) => {
  const [ada, bela] = [await visit(), await visit()];
  await ada.signIn(server, "Ada");
  await bela.signIn(server, "Bela");
  await ada.button("New message").click();
  await ada.type(ada.page.getByRole("combobox", { name: "Name of a person" }), "Bela");
  await ada.page.getByRole("option", { name: "Bela" }).click();
  await ada.button("Start conversation").click();
  await ada.send("Listen");
  await bela.room("Ada").first().click();
  await bela.button("Accept").click();
  for (let at = 1; at <= 2; at += 1) {
    await speak(ada);
    await ada.page.mouse.up();
    await expect(ada.message("Voice message")).toHaveCount(at);
  }
  await expect(bela.log.getByRole("img", { name: "Not played yet" })).toHaveCount(2);
  await bela.isAccessible("voice messages that were not played");

  const [first, second] = [bela.message("Voice message").nth(0), bela.message("Voice message").nth(1)];
  // Seeking alone plays nothing, and where one has sought is where it begins.
  await bela.page.bringToFront();
  const wave = first.getByRole("slider");
  await wave.focus();
  await bela.page.keyboard.press("End");
  await bela.page.keyboard.press("Home");
  await expect(wave).toHaveAttribute("aria-valuenow", "0");
  await first.getByRole("button", { name: /^Speed/ }).click();
  await expect(second.getByRole("button", { name: "Speed: 1.5 times" })).toBeVisible();
  await first.getByRole("button", { name: "Play the voice message" }).click();
  await expect.poll(() => playedSeconds(bela)).toBeGreaterThan(0.2);
  await expect(bela.log.getByRole("img", { name: "Not played yet" })).toHaveCount(1);
  await expect(ada.log.getByRole("img", { name: /^Played / })).toHaveCount(1);
  // The second begins by itself, and goes on while something else is on screen.
  await bela.room("lobby").first().click();
  const bar = bela.page.getByRole("region", { name: "Voice message" });
  await expect(bar).toContainText("Ada");
  await expect(ada.log.getByRole("img", { name: /^Played / })).toHaveCount(2);
  await expect.poll(() => playedSeconds(bela)).toBeGreaterThan(0.2);
  await bar.getByRole("button", { name: "Pause" }).click();
  await bela.isAccessible("the bar of what plays");
  const at = await playedSeconds(bela);
  // Held down until the room is made ready behind the one that is open.
  await bar.getByRole("link").click({ delay: 500 });
  await expect(bar).toHaveCount(0);
  await expect(bela.log.getByRole("img", { name: "Not played yet" })).toHaveCount(0);
  await second.getByRole("button", { name: "Play the voice message" }).click();
  await expect.poll(() => playedSeconds(bela)).not.toBe(at);
  expect(await ratesOf(bela)).toEqual([1.5]);
});

const playedSeconds = (chat: Chat) =>
  chat.page.evaluate(() => document.querySelector<HTMLAudioElement>("body > audio")?.currentTime ?? 0);
const ratesOf = (chat: Chat) =>
  chat.page.evaluate(() => [...document.querySelectorAll<HTMLAudioElement>("audio")].map((one) => one.playbackRate));
