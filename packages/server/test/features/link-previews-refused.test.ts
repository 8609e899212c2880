/** security.md, Outbound, for links in messages: what must not be asked never is, and nobody asks too much. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { RoomId } from "@parley/contract";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openData } from "../database.ts";
import { LinkScene } from "../outbound/link-scene.ts";
import { publicAddress, type TargetSite } from "../outbound/target-site.ts";
import { Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

let scene: LinkScene;
let site: TargetSite;
let olga: Person;
let mel: Person;
let roomId: RoomId;
beforeAll(async () => {
  scene = await LinkScene.open();
  ({ olga, mel, site } = scene);
});
afterAll(() => scene.close());
beforeEach(async () => {
  roomId = await scene.room();
  site.clear();
});
const looked = (seq: number) => scene.looked(roomId, seq);
const words = ["description", "title", "url"];

test("a link that leads to nothing keeps its place, with nothing in it", async () => {
  site.bytes("/film", "video/mp4", Buffer.alloc(100));
  site.page("/empty", "");
  site.redirect("/inward", "http://169.254.169.254/latest/meta-data/");
  for (const path of ["/film", "/empty", "/missing", "/inward"]) await olga.send(roomId, `http://news.site${path}`);
  await olga.send(roomId, "http://nobody.site/");
  for (const seq of [1, 2, 3, 4, 5]) expect(Object.keys((await looked(seq)) ?? {})).toEqual(["url"]);
  expect(site.hits.sort()).toEqual(["/empty", "/film", "/inward", "/missing"]);
  await olga.send(roomId, "http://news.site/missing");
  expect(site.hits).toHaveLength(4);
});

test.each(["127.0.0.1", "10.0.0.8", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.8", "64:ff9b::a00:8"])(
  "a name of %s, or a picture there, is never asked",
  async (address) => {
    const host = `inside-${address.replaceAll(/[:.]/g, "-")}.site`.replaceAll("--", "-x-");
    site.name(host, [address]);
    const written = address.includes(":") ? `[${address}]` : address;
    await olga.send(roomId, `http://${host}/`);
    await olga.send(roomId, scene.link("Outside", `http://${written}/x.png`));
    await olga.send(roomId, scene.link("Outside", `http://${host}/x.png`));
    expect(await looked(1)).toEqual({ url: `http://${host}/` });
    for (const seq of [2, 3]) expect(Object.keys((await looked(seq)) ?? {}).sort()).toEqual(words);
    expect(site.hits).toHaveLength(2);
    expect(site.dialled.every((dialled) => dialled.address === publicAddress)).toBe(true);
  },
);

test("pictures that are drawings, dots, too large or none at all are left out", async () => {
  const dot = await sharp({ create: { width: 2, height: 2, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  site.bytes("/dot.png", "image/png", dot);
  site.bytes("/drawing.png", "image/png", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'));
  site.bytes("/drawing.svg", "image/svg+xml", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  site.bytes("/large.png", "image/png", Buffer.concat([dot, Buffer.alloc(3_000_000)]));
  for (const [at, name] of ["dot.png", "drawing.png", "drawing.svg", "large.png"].entries()) {
    await olga.send(roomId, scene.link(name, `/${name}`));
    expect(Object.keys((await looked(at + 1)) ?? {}).sort()).toEqual(words);
  }
  await expect.poll(() => readdirSync(join(scene.server.folder, "files/incoming"))).toEqual([]);
});

test("what hides, quotes or shows code leads nowhere, nor do links to this server or inside", async () => {
  const bodies = ["||http://news.site/a||", "`http://news.site/a`", "> http://news.site/a", "http://10.0.0.1/"];
  for (const body of [...bodies, "http://printer/", "http://news.site:22/"])
    expect(await olga.send(roomId, body)).not.toHaveProperty("preview");
  expect(site.hits).toEqual([]);
});

test("nobody is asked where the room's rules, the administrators or the configuration say no", async () => {
  const bare = async () => expect(await mel.send(roomId, scene.link("Quiet"))).not.toHaveProperty("preview");
  await olga.do("room:change", { roomId, rules: { linkPreviews: false } });
  await bare();
  await olga.do("room:change", { roomId, rules: { linkPreviews: true } });
  const off = { linkPreviews: { isOn: false, isFixed: false }, emojiBy: "administrators" };
  expect(await olga.do("server:change", { linkPreviews: false })).toEqual(off);
  await bare();
  expect((await olga.do("audit:list", {})).entries[0]).toMatchObject({ act: "server:change" });
  await olga.do("server:change", { linkPreviews: true });
  const silent = await startServer({ wire: site.wire, config: { linkPreviews: false } });
  const [paul] = await populate(silent, ["Paul"]);
  const room = await paul.createRoom("Silent");
  expect(await paul.do("server:settings", {})).toMatchObject({ linkPreviews: { isOn: false, isFixed: true } });
  expect(await paul.codeOf("server:change", { linkPreviews: true })).toBe("conflict");
  expect(await paul.send(room, scene.link("Quiet"))).not.toHaveProperty("preview");
  await silent.stop();
  expect(site.hits).toEqual([]);
});

test("either of two says for their conversation whether links show what is behind them, and nobody else does", async () => {
  const { room } = await olga.do("room:create-direct", { userIds: [mel.id] });
  const place = { roomId: room.id };
  const live = await startClient(olga);
  await live.client.openRoom(room.id);
  const off = { rules: { ...room.rules, linkPreviews: false } };
  for (const _ of ["off", "and off again"])
    expect(await mel.do("room:set-previews", { ...place, areOn: false })).toMatchObject(off);
  expect(await olga.send(room.id, scene.link("Quiet"))).not.toHaveProperty("preview");
  await proveSync(olga, live.client);
  await live.client.stop();
  await olga.do("room:set-previews", { ...place, areOn: true });
  const { seq } = await mel.send(room.id, scene.link("Loud"));
  expect(await scene.looked(room.id, seq)).toMatchObject({ title: "Loud" });
  expect(await scene.xan.codeOf("room:set-previews", { ...place, areOn: false })).toBe("not_found");
  expect(await mel.codeOf("room:set-previews", { roomId, areOn: false })).toBe("forbidden");
});

test("of one person ten wait at most; what is deleted meanwhile is looked up for nobody", async () => {
  const held: (() => void)[] = [];
  site.on("/held", (response) => void held.push(() => response.writeHead(404).end()));
  const sent = [];
  for (let at = 0; at < 11; at += 1) sent.push(await mel.send(roomId, `http://news.site/held?${at}`));
  expect(sent.filter(({ preview }) => preview !== undefined)).toHaveLength(10);
  await expect.poll(() => held.length).toBe(2);
  for (const { id: messageId } of sent) await mel.do("message:delete", { roomId, messageId });
  for (const end of held) end();
  await olga.send(roomId, `http://other.site${scene.story("After")}`);
  expect(await looked(12)).toMatchObject({ title: "After" });
  expect(await scene.message(roomId, 1)).not.toHaveProperty("preview");
  const data = await openData(scene.server);
  expect(await data.sql("select seq from link_previews where state <> 'found'")).toEqual([]);
  await data.close();
});

test("what was under way when the server stopped is looked up by the next", async () => {
  const first = await startServer({ wire: site.wire, config: { linkPreviews: true } });
  const [anna] = await populate(first, ["Anna"]);
  const room = await anna.createRoom("Later");
  site.on("/later", () => undefined);
  await anna.send(room, "http://news.site/later");
  await expect.poll(() => site.hits).toEqual(["/later"]);
  await first.halt();
  site.page("/later", "<title>At last</title>");
  const second = await first.again();
  second.clock.forward(61_000);
  const back = new Person(second, anna);
  const preview = async () => (await back.do("message:list", { roomId: room, seqs: [1] })).messages[0]?.preview?.title;
  await expect.poll(preview).toBe("At last");
  await second.stop();
});
