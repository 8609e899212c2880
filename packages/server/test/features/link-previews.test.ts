/** Previews of links, from a site of the test's own. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { LinkScene } from "../outbound/link-scene.ts";
import type { Person } from "../person.ts";
import { proveSync, startClient } from "../sync/live-client.ts";
import { fetchFile } from "../uploading.ts";

let scene: LinkScene;
let olga: Person;
let mel: Person;
let xan: Person;
let roomId: RoomId;
beforeAll(async () => {
  scene = await LinkScene.open();
  ({ olga, mel, xan } = scene);
});
afterAll(() => scene.close());
beforeEach(async () => {
  roomId = await scene.room();
  scene.site.clear();
});
const looked = (seq: number) => scene.looked(roomId, seq);
const pictureOf = (who: Person, id = "") => fetchFile(who, `${id}/thumbnail/small`);

test("the place is there at once; what was found fills it, for all, and its picture is ours", async () => {
  const live = await startClient(mel);
  await live.client.openRoom(roomId);
  const head = `<meta property="og:site_name" content="The News"><meta name="description" content="All of it">
    <meta property="og:image" content="/a.jpg">`;
  scene.site.page("/whole", `<title>A story</title>${head}`);
  const url = "http://news.site/whole#top";
  expect((await olga.send(roomId, `Read **${url}** and http://other.site/`)).preview).toEqual({ url, isComing: true });
  const preview = await looked(1);
  const image = expect.objectContaining({ type: "image/webp", kind: "image", width: 400, height: 200 });
  expect(preview).toEqual({ url, title: "A story", siteName: "The News", description: "All of it", image });
  expect(scene.site.hits).toEqual(["/whole", "/a.jpg"]);
  const id = preview?.image?.id ?? "";
  const shown = await pictureOf(mel, id);
  expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect(Buffer.from(await shown.arrayBuffer()).includes("CANARY")).toBe(false);
  expect((await pictureOf(xan, id)).status).toBe(404);
  expect((await fetchFile(mel, `${id}/a.jpg`)).status).toBe(404);
  expect((await mel.do("file:list", { roomId, kind: "media" })).entries).toEqual([]);
  expect((await olga.do("file:limits", {})).usedBytes).toBe(0);
  await expect.poll(() => live.heard).toContain("message:previewed");
  await proveSync(mel, live.client);
  await live.client.stop();
});

test("the same address is not asked again for another message, until a day has gone by", async () => {
  const url = scene.link("Known", "/a.jpg");
  const { id: messageId } = await olga.send(roomId, url);
  const { image } = (await looked(1)) ?? {};
  const other = await mel.createRoom("Elsewhere");
  const again = await mel.send(other, `${url}#part`);
  expect(again.preview).toMatchObject({ url: `${url}#part`, title: "Known", image });
  expect(scene.site.hits).toHaveLength(2);
  await olga.do("message:delete", { roomId, messageId });
  expect((await pictureOf(mel, image?.id)).status).toBe(200);
  expect((await pictureOf(olga, image?.id)).status).toBe(404);
  await mel.do("message:delete", { roomId: other, messageId: again.id });
  const place = join(scene.server.folder, "files/stored", image?.id.slice(-2) ?? "", image?.id ?? "");
  await expect.poll(() => existsSync(place)).toBe(false);
  await olga.send(roomId, url);
  expect((await looked(2))?.image?.id).not.toBe(image?.id);
  scene.server.clock.forward(25 * 3_600_000);
  scene.site.clear();
  expect((await olga.send(roomId, url)).preview).toEqual({ url, isComing: true });
  await looked(3);
  expect(scene.site.hits).toHaveLength(2);
});

test("taken off by who wrote it or a moderator, it never comes again", async () => {
  const { id: messageId } = await mel.send(roomId, scene.link("Off", "/a.jpg"));
  const { image } = (await looked(1)) ?? {};
  await olga.do("member:add", { roomId, userIds: [xan.id] });
  expect(await xan.codeOf("preview:remove", { roomId, messageId })).toBe("forbidden");
  const live = await startClient(xan);
  await live.client.openRoom(roomId);
  const bare = await mel.do("preview:remove", { roomId, messageId });
  expect(bare).not.toHaveProperty("preview");
  expect(await mel.do("preview:remove", { roomId, messageId })).toEqual(bare);
  expect((await pictureOf(olga, image?.id)).status).toBe(404);
  const edited = await mel.do("message:edit", { roomId, messageId, body: `Not ${scene.link("New")}` });
  expect(edited).not.toHaveProperty("preview");
  await proveSync(xan, live.client);
  await live.client.stop();
  const second = await mel.send(roomId, scene.link("Moderated"));
  await looked(2);
  await olga.do("preview:remove", { roomId, messageId: second.id });
  expect(await scene.message(roomId, 2)).not.toHaveProperty("preview");
  const { entries } = await olga.do("audit:list", { roomId });
  expect(entries[0]).toMatchObject({ act: "preview:remove", userId: mel.id });
});

test("an edit keeps the same link's, looks another up, and drops that of none", async () => {
  const [one, two] = [scene.link("One"), scene.link("Two")];
  const { id: messageId } = await mel.send(roomId, one);
  await looked(1);
  const edit = (body: string) => mel.do("message:edit", { roomId, messageId, body });
  expect((await edit(`Look: ${one}`)).preview).toMatchObject({ url: one, title: "One" });
  expect((await edit(two)).preview).toEqual({ url: two, isComing: true });
  expect(await looked(1)).toMatchObject({ url: two, title: "Two" });
  expect(await edit("Nothing")).not.toHaveProperty("preview");
  expect((await edit(one)).preview).toEqual({ url: one, isComing: true });
  expect(await looked(1)).toMatchObject({ url: one, title: "One" });
});
