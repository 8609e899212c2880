/** One-time codes of an authenticator app, and the recovery codes that stand in for it. */
import { generateSync } from "otplib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, password, populate, post, register } from "../person.ts";
import { startServer, type TestServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
server.clock.stop();
const stepMs = 30_000;

beforeAll(async () => {
  await populate(server, ["Olga"]);
});

/** The code that the app shows so many steps from now. */
const codeOf = (secret: string, steps = 0, on: TestServer = server) =>
  generateSync({ secret, epoch: Math.floor((on.clock.now() + steps * stepMs) / 1000) });

async function enrol(person: Person): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await person.do("factor:begin-totp", { password });
  const { recoveryCodes } = await person.do("factor:confirm-totp", { code: codeOf(secret, 0, person.server) });
  person.server.clock.forward(2 * stepMs);
  return { secret, recoveryCodes };
}

async function signIn(person: Person, more: object = {}): Promise<string> {
  const input = { username: person.user.name, password, ...more };
  const { reply } = await post(person.server.url, "session:create", { input });
  return reply.ok ? "ok" : reply.error.code;
}

describe("an authenticator", () => {
  test("is begun with the password, and holds once it is confirmed", async () => {
    const anna = await register(server, "Anna");
    expect(await anna.codeOf("factor:begin-totp", { password: "wrong" })).toBe("wrong_credentials");
    expect(await anna.codeOf("factor:confirm-totp", { code: "123456" })).toBe("conflict");
    const { secret, uri } = await anna.do("factor:begin-totp", { password });
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toMatch(new RegExp(`^otpauth://totp/.*anna.*secret=${secret}`));
    const wrong = (Number(codeOf(secret)) + 1).toString().padStart(6, "0").slice(-6);
    expect(await anna.codeOf("factor:confirm-totp", { code: wrong })).toBe("wrong_credentials");
    expect(await signIn(anna)).toBe("ok");
    expect(await anna.do("factor:list", {})).toMatchObject({ hasTotp: false, recoveryCodesLeft: 0 });

    const other = await (await anna.signIn()).connect();
    const { recoveryCodes } = await anna.do("factor:confirm-totp", { code: codeOf(secret) });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await other.until("account:changed")).payload.account).toEqual({ deletesAt: null, hasTotp: true });
    other.close();
    expect(await anna.do("factor:list", {})).toMatchObject({ hasTotp: true, recoveryCodesLeft: 10 });
    expect((await anna.do("sync:open", {})).account.hasTotp).toBe(true);
  });

  test("is asked for after a right password only, and each code counts once", async () => {
    const ben = await register(server, "Ben");
    const { secret } = await enrol(ben);
    expect(await signIn(ben)).toBe("second_factor");
    expect(await signIn(ben, { password: "wrong" })).toBe("wrong_credentials");
    expect(await signIn(ben, { password: "wrong", code: codeOf(secret) })).toBe("wrong_credentials");
    expect(await signIn(ben, { code: codeOf(secret, -2) })).toBe("wrong_credentials");
    expect(await signIn(ben, { code: codeOf(secret, 2) })).toBe("wrong_credentials");
    expect(await signIn(ben, { code: codeOf(secret, -1) })).toBe("ok");
    expect(await signIn(ben, { code: codeOf(secret) })).toBe("ok");
    expect(await signIn(ben, { code: codeOf(secret) })).toBe("wrong_credentials");
    expect(await signIn(ben, { code: codeOf(secret, 1) })).toBe("ok");
    // What is older than the last one used has had its time.
    expect(await signIn(ben, { code: codeOf(secret) })).toBe("wrong_credentials");
  });

  test("lets one of fifty in who come with the same code", async () => {
    const cleo = await register(server, "Cleo");
    const { secret } = await enrol(cleo);
    const codes = await Promise.all(Array.from({ length: 50 }, () => signIn(cleo, { code: codeOf(secret) })));
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(49);
    expect((await cleo.do("session:list", {})).sessions).toHaveLength(2);
  });

  test("is removed with the password, and its recovery codes with it", async () => {
    const dora = await register(server, "Dora");
    const { recoveryCodes } = await enrol(dora);
    expect(await dora.codeOf("factor:remove-totp", { password: "wrong" })).toBe("wrong_credentials");
    await dora.do("factor:remove-totp", { password });
    expect(await signIn(dora)).toBe("ok");
    expect(await dora.codeOf("factor:renew-recovery", { password })).toBe("conflict");
    await enrol(dora);
    expect(await signIn(dora, { code: recoveryCodes[0] })).toBe("wrong_credentials");
  });
});

describe("recovery codes", () => {
  test("count once each, however they are typed", async () => {
    const emil = await register(server, "Emil");
    const { recoveryCodes } = await enrol(emil);
    const [first = "", second = "", third = ""] = recoveryCodes;
    expect(await signIn(emil, { code: first })).toBe("ok");
    expect(await signIn(emil, { code: first })).toBe("wrong_credentials");
    expect(await signIn(emil, { code: ` ${second.toUpperCase().replaceAll("-", " ")}` })).toBe("ok");
    const codes = await Promise.all(Array.from({ length: 50 }, () => signIn(emil, { code: third })));
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect((await emil.do("factor:list", {})).recoveryCodesLeft).toBe(7);
  });

  test("are renewed with the password; the old ones end", async () => {
    const fee = await register(server, "Fee");
    const before = (await enrol(fee)).recoveryCodes;
    expect(await fee.codeOf("factor:renew-recovery", { password: "wrong" })).toBe("wrong_credentials");
    const { recoveryCodes } = await fee.do("factor:renew-recovery", { password });
    expect(await signIn(fee, { code: before[0] })).toBe("wrong_credentials");
    expect(await signIn(fee, { code: recoveryCodes[0] })).toBe("ok");
  });

  test("are nowhere in the database, and nobody else's", async () => {
    const [gus, hal] = [await register(server, "Gus"), await register(server, "Hal")];
    const { recoveryCodes } = await enrol(gus);
    await enrol(hal);
    expect(await signIn(hal, { code: recoveryCodes[0] })).toBe("wrong_credentials");
    const data = await openData(server);
    const stored = JSON.stringify(await data.sql("select * from recovery_codes"));
    await data.close();
    for (const code of recoveryCodes) {
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(code.replaceAll("-", ""));
    }
  });
});

test("codes of one person are tried ten times, then seldom, from wherever; wrong passwords use none of it up", async () => {
  const limited = await startServer({ config: { areLimitersOn: true } });
  limited.clock.stop();
  const [ida] = await populate(limited, ["Ida"]);
  const { secret } = await enrol(ida);
  for (let round = 0; round < 12; round += 1) await signIn(ida, { password: "wrong", code: "000000" });
  const codes: string[] = [];
  for (let round = 0; round < 11; round += 1) codes.push(await signIn(ida, { code: "00000a" }));
  expect(codes).toEqual([...Array(10).fill("wrong_credentials"), "rate_limited"]);
  limited.clock.forward(2 * stepMs);
  expect(await signIn(ida, { code: codeOf(secret, 0, limited) })).toBe("ok");
  await limited.stop();
});
