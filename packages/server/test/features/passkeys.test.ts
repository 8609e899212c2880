/** Passkeys as the first and as the second proof, with an authenticator in software. */
import type { Input, Reply } from "@parley/contract";
import { generateSync } from "otplib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, password, populate, post, register } from "../person.ts";
import { SoftwareAuthenticator, type Twist } from "../software-authenticator.ts";
import { startServer } from "../start-server.ts";

const site = "https://chat.example.org";
const server = await startServer({ config: { url: site } });
afterAll(server.stop);
let anna: Person;
let key: SoftwareAuthenticator;

beforeAll(async () => {
  [anna] = await populate(server, ["Anna"]);
  key = await addPasskey(anna);
});

async function addPasskey(person: Person): Promise<SoftwareAuthenticator> {
  const made = new SoftwareAuthenticator(site);
  const { challengeId, options } = await person.do("passkey:begin", { password });
  await person.do("passkey:add", { challengeId, name: "Key", response: made.create(options) });
  return made;
}

const codeOf = (reply: Reply) => (reply.ok ? "ok" : reply.error.code);
const ask = async (name: string, input: object = {}) => (await post(server.url, name, { input })).reply;

async function begin(): Promise<{ challengeId: string; options: Input<"session:create-by-passkey">["response"] }> {
  const reply = await ask("session:begin-passkey");
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.data as Awaited<ReturnType<typeof begin>>;
}

async function signIn(by: SoftwareAuthenticator, twist: Twist = {}): Promise<Reply> {
  const { challengeId, options } = await begin();
  return ask("session:create-by-passkey", { challengeId, response: by.get(options, twist) });
}

describe("a passkey", () => {
  test("is made for this site, with the password, and signs in without it", async () => {
    expect(await anna.codeOf("passkey:begin", { password: "wrong" })).toBe("wrong_credentials");
    const { options } = await anna.do("passkey:begin", { password });
    expect(options).toMatchObject({
      rp: { id: "chat.example.org" },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: [{ id: key.id.toString("base64url") }],
    });
    expect((await begin()).options).toMatchObject({ rpId: "chat.example.org", userVerification: "required" });
    const reply = await signIn(key);
    expect(reply).toMatchObject({ ok: true, data: { user: { id: anna.id }, token: expect.any(String) } });
    const { passkeys } = await anna.do("factor:list", {});
    expect(passkeys).toMatchObject([{ name: "Key", usedAt: expect.any(Number) }]);
  });

  test("goes into the cookie where the page asks for that", async () => {
    const { challengeId, options } = await begin();
    const input = { challengeId, response: key.get(options), hold: "cookie" };
    const { reply, headers } = await post(server.url, "session:create-by-passkey", {
      input,
      headers: { origin: site },
    });
    expect(codeOf(reply)).toBe("ok");
    expect(JSON.stringify(reply)).not.toContain("token");
    expect(headers.get("set-cookie")).toMatch(/^__Host-parley=[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax$/);
  });

  test.each<[string, Twist]>([
    ["for another page", { origin: "https://chat.example.org.evil.example" }],
    ["for another host", { host: "evil.example" }],
    ["without its owner's finger", { isUnverified: true }],
    ["by a copy of the key", { isCopy: true }],
    ["for another person", { userHandle: Buffer.from("somebody else").toString("base64url") }],
  ])("signs nobody in %s", async (_, twist) => {
    expect(await signIn(key, twist)).toEqual(await signIn(new SoftwareAuthenticator(site)));
    expect(codeOf(await signIn(key))).toBe("ok");
  });

  test("is not taken without its owner's finger, for another page, or with certificates that we would look up", async () => {
    const ben = await register(server, "Ben");
    for (const twist of [
      { isUnverified: true },
      { origin: "https://evil.example" },
      { host: "evil.example" },
      ...["packed", "tpm", "android-key", "apple", "fido-u2f"].map((attestation) => ({ attestation })),
    ]) {
      const { challengeId, options } = await ben.do("passkey:begin", { password });
      const response = new SoftwareAuthenticator(site).create(options, twist);
      expect(await ben.codeOf("passkey:add", { challengeId, name: "Key", response })).toBe("wrong_credentials");
    }
    expect((await ben.do("factor:list", {})).passkeys).toEqual([]);
  });

  test("is removed by its owner, with the password", async () => {
    const [cleo, dora] = [await register(server, "Cleo"), await register(server, "Dora")];
    const own = await addPasskey(cleo);
    const id = own.id.toString("base64url");
    expect(await dora.codeOf("passkey:remove", { id, password })).toBe("not_found");
    expect(await cleo.codeOf("passkey:remove", { id, password: "wrong" })).toBe("wrong_credentials");
    await cleo.do("passkey:remove", { id, password });
    expect(codeOf(await signIn(own))).toBe("wrong_credentials");
  });
});

describe("a challenge", () => {
  test("is answered once, of fifty at once", async () => {
    const { challengeId, options } = await begin();
    const response = key.get(options);
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => ask("session:create-by-passkey", { challengeId, response })),
    );
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(codeOf(await ask("session:create-by-passkey", { challengeId, response }))).toBe("wrong_credentials");
  });

  test("is over after five minutes, and good for what it was made for only", async () => {
    const late = await begin();
    server.clock.forward(5 * 60_000 + 1);
    const response = key.get(late.options);
    expect(codeOf(await ask("session:create-by-passkey", { challengeId: late.challengeId, response }))).toBe(
      "wrong_credentials",
    );
    const [one, two] = [await begin(), await begin()];
    const swapped = { challengeId: one.challengeId, response: key.get(two.options) };
    expect(codeOf(await ask("session:create-by-passkey", swapped))).toBe("wrong_credentials");
    const adding = await anna.do("passkey:begin", { password });
    const answered = { challengeId: adding.challengeId, response: key.get(adding.options) };
    expect(codeOf(await ask("session:create-by-passkey", answered))).toBe("wrong_credentials");
    const emil = await register(server, "Emil");
    const stolen = { challengeId: adding.challengeId, name: "", response: key.create(adding.options) };
    expect(await emil.codeOf("passkey:add", stolen)).toBe("wrong_credentials");
  });

  test("is not in the database", async () => {
    const { options } = await begin();
    const data = await openData(server);
    const stored = JSON.stringify(await data.sql("select * from challenges"));
    await data.close();
    expect(stored).not.toContain(String(options.challenge));
  });
});

describe("as the second proof", () => {
  test("only one's own counts, after a right password", async () => {
    const [fee, gus] = [await register(server, "Fee"), await register(server, "Gus")];
    const [own, foreign] = [await addPasskey(fee), await addPasskey(gus)];
    const { secret } = await fee.do("factor:begin-totp", { password });
    await fee.do("factor:confirm-totp", {
      code: generateSync({ secret, epoch: Math.floor(server.clock.now() / 1000) }),
    });
    const attempt = async (by: SoftwareAuthenticator, given = password) => {
      const { challengeId, options } = await begin();
      const passkey = { challengeId, response: by.get(options) };
      return codeOf(await ask("session:create", { username: "Fee", password: given, passkey }));
    };
    expect(await attempt(foreign)).toBe("wrong_credentials");
    expect(await attempt(own, "wrong")).toBe("wrong_credentials");
    expect(await attempt(own)).toBe("ok");
  });
});

test("without a public address, passkeys belong to the page that asks; what is no page has none", async () => {
  const other = await startServer();
  const [hal] = await populate(other, ["Hal"]);
  expect(await hal.codeOf("passkey:begin", { password })).toBe("conflict");
  const headers = { origin: other.url };
  const inPage = (name: string, input: object) => post(other.url, name, { input, headers, token: hal.token });
  const begun = (await inPage("passkey:begin", { password })).reply;
  if (!begun.ok) throw new Error(begun.error.message);
  const { challengeId, options } = begun.data as Awaited<ReturnType<typeof begin>>;
  expect(options).toMatchObject({ rp: { id: "127.0.0.1" } });
  const response = new SoftwareAuthenticator(other.url).create(options);
  expect(codeOf((await inPage("passkey:add", { challengeId, name: "", response })).reply)).toBe("ok");
  await other.stop();
});
