import { film } from "../proof/rig/film.ts";
import { wav } from "../proof/rig/pictures.ts";
import { Sharer } from "../proof/rig/sharing.ts";
import { password } from "./rig/server.ts";
import { expect, test } from "./rig/test.ts";
import { withWebKit } from "./rig/webkit-chat.ts";

test("WebKit: what was spoken, a film and a song are played and sought in, one at a time", async ({ server }) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const bela = await Sharer.signIn(server.url, "Bela", password);
  const recorded = film();
  const roomId = await bela.createRoom("songs");
  await bela.say(roomId, { files: [{ name: "spoken.webm", bytes: recorded, voiceMs: 2_000 }] });
  await bela.say(roomId, { files: [{ name: "gulls.webm", bytes: recorded }] });
  await bela.say(roomId, { files: [{ name: "song.wav", bytes: wav() }] });
  await (await Sharer.signIn(server.url, "Ada", password)).join(roomId);
  await withWebKit(async (chat) => {
    await chat.signIn(server.url, "Ada");
    await chat.driver.get(`${server.url}/r/${roomId}`);
    /** Of the player of the file with this name. */
    const player = <T>(name: string, what: string) =>
      chat.run<T>(
        `const players = [...document.querySelectorAll("audio, video")];
         const player = players.find((one) => one.currentSrc.endsWith(arguments[0]));
         return player && (${what})`,
        name,
      );
    await chat.click(["button", "Play the voice message"]);
    await expect.poll(() => player("spoken.webm", "player.currentTime"), { timeout: 30_000 }).toBeGreaterThan(0);

    await chat.click(["button", "Play gulls.webm, 0:02"]);
    await expect.poll(() => player("gulls.webm", "player.currentTime"), { timeout: 30_000 }).toBeGreaterThan(0);
    expect(await player("spoken.webm", "player.paused")).toBe(true);
    await player("gulls.webm", "player.pause(), player.currentTime = 0.5, true");
    await expect.poll(() => player("gulls.webm", "!player.seeking && player.currentTime")).toBeCloseTo(0.5, 1);

    await expect.poll(() => player("song.wav", "player.duration")).toBe(1);
    await player("song.wav", "player.currentTime = 0.7, true");
    await expect.poll(() => player("song.wav", "!player.seeking && player.currentTime")).toBeCloseTo(0.7, 1);
  });
});
