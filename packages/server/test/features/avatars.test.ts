import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { picture, segment } from "../jpeg-picture.ts";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
});

const image = (width = 64) => picture({ width }).toString("base64");

describe("a picture", () => {
  test("is kept without what is not the picture, and named by what it shows", async () => {
    const gps = picture({ extra: [segment(0xe1, "Exif CANARY 52.52 N")] });
    const user = await ben.do("profile:set-avatar", { image: gps.toString("base64") });
    const again = await ben.do("profile:set-avatar", { image: image() });
    expect(user.avatar).toMatch(/^[\w-]{20,}$/);
    expect(again.avatar).toBe(user.avatar);
    expect((await ben.do("profile:set-avatar", { image: image(128) })).avatar).not.toBe(user.avatar);
    const data = await openData(server);
    const rows = await data.sql("select image from avatars");
    await data.close();
    expect(rows.every((row) => !Buffer.from(String(row.image), "base64").includes("CANARY"))).toBe(true);
    expect(await ben.do("profile:remove-avatar", {})).not.toHaveProperty("avatar");
  });

  test.each([
    ["not base64", "?"],
    ["empty", ""],
    ["not a JPEG", Buffer.from("<svg onload=alert(1)>").toString("base64")],
    ["not square", picture({ width: 64, height: 32 }).toString("base64")],
    ["too wide", image(520)],
    ["too large", "A".repeat(54_620)],
    ["not text", 5],
  ])("%s is refused", async (_, wrong) => {
    expect(await cleo.ask("profile:set-avatar", { image: wrong })).toMatchObject({
      error: { code: "invalid", field: "image" },
    });
    expect((await cleo.do("sync:open", {})).me).not.toHaveProperty("avatar");
  });
});

describe("over HTTP", () => {
  const get = (path: string, { token = "", headers = {} }: { token?: string; headers?: Record<string, string> } = {}) =>
    fetch(`${server.url}/avatars/${path}`, {
      headers: { ...(token !== "" && { authorization: `Bearer ${token}` }), ...headers },
    });
  const cookieOf = (person: Person) => `parley_${server.app.port}=${person.token}`;
  let subject: Person;
  let path: string;
  beforeAll(async () => {
    subject = await register(server, "Subject");
    const { avatar } = await subject.do("profile:set-avatar", { image: image() });
    path = `${subject.id}/${avatar}`;
  });

  test("it is the picture, kept by nobody but the one who asked, and nothing a browser could run", async () => {
    const answer = await get(path, { token: anna.token });
    expect(answer.status).toBe(200);
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), picture())).toBe(0);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
    });
  });

  test("a page of ours shows it by the cookie; a page of somebody else's does not", async () => {
    const cookie = cookieOf(anna);
    const asked = async (headers: Record<string, string>) =>
      (await get(path, { headers: { cookie, ...headers } })).status;
    expect(await asked({})).toBe(200);
    expect(await asked({ "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await asked({ "sec-fetch-site": "none" })).toBe(200);
    expect(await asked({ origin: server.url })).toBe(200);
    expect(await asked({ "sec-fetch-site": "same-site" })).toBe(401);
    expect(await asked({ "sec-fetch-site": "cross-site" })).toBe(401);
    expect(await asked({ origin: "https://evil.example" })).toBe(401);
  });

  test("without a session, or with one that has ended, there is nothing", async () => {
    const ended = await ben.signIn();
    await ended.do("session:delete", { which: "this" });
    for (const token of ["", ended.token, "x".repeat(43)]) expect((await get(path, { token })).status).toBe(401);
  });

  test("what is not there, not anymore, or across a block, is all the same", async () => {
    const [blocked, blocker] = await Promise.all([register(server, "Blocked"), register(server, "Blocker")]);
    await subject.do("block:add", { userId: blocked.id });
    await blocker.do("block:add", { userId: subject.id });
    const seen = async (where: string, { token }: Person) => {
      const answer = await get(where, { token });
      return { status: answer.status, body: await answer.text(), cache: answer.headers.get("cache-control") };
    };
    const nothing = await seen(`${subject.id}/${"A".repeat(22)}`, anna);
    expect(nothing).toMatchObject({ status: 404, cache: "no-store" });
    expect(await seen(path, blocked)).toEqual(nothing);
    expect(await seen(path, blocker)).toEqual(nothing);
    for (const where of [`${anna.id}/null`, `${anna.id}/`, "x/y", "..%2f..%2f/etc", `${subject.id}/${"x".repeat(99)}`])
      expect((await seen(where, anna)).status).toBe(404);
    await subject.do("profile:set-avatar", { image: image(32) });
    expect(await seen(path, anna)).toEqual(nothing);
    await subject.do("profile:remove-avatar", {});
    expect(await seen(path, subject)).toEqual(nothing);
  });

  test("nothing is changed by it", async () => {
    for (const method of ["POST", "PUT", "DELETE"])
      expect((await fetch(`${server.url}/avatars/${path}`, { method })).status).toBe(404);
  });
});
