/** What people write, their passwords and their tokens are in no line of the log, whatever goes wrong. */

import type { Input, Output, RequestName } from "@parley/contract";
import { generateSync } from "otplib";
import { afterAll, expect, test } from "vitest";
import type { Engine } from "../../src/store/engine.ts";
import { type Person, password, populate, post } from "../person.ts";
import { SoftwareAuthenticator } from "../software-authenticator.ts";
import { setupToken, startServer } from "../start-server.ts";

const site = "https://chat.example.org";
const failing = new Set<"defect">();
const server = await startServer({
  config: { url: site },
  wrapEngine: (engine: Engine) => ({
    ...engine,
    transact: (work, committed) =>
      engine.transact(async (runner) => {
        const result = await work(runner);
        if (failing.has("defect")) throw new Error("A defect of ours.");
        return result;
      }, committed),
  }),
});
afterAll(server.stop);

/** Uses every way to prove who one is. With `code`, all of it is to fail; answers what must be written down nowhere. */
async function everySecretOf(person: Person, code = ""): Promise<{ code: string; all: string[] }> {
  const isFailing = code !== "";
  const begun = isFailing ? null : await person.do("factor:begin-totp", { password });
  const secret = begun?.secret ?? "A".repeat(32);
  const totp = generateSync({ secret, epoch: Math.floor(server.clock.now() / 1000) });
  const attempt = async <N extends RequestName>(name: N, input: Input<N>) => {
    const reply = await person.ask(name, input);
    expect([name, reply.ok]).toEqual([name, !isFailing]);
    return reply.ok ? (reply.data as Output<N>) : null;
  };
  const recovery = isFailing ? null : await attempt("factor:confirm-totp", { code: totp });
  const renewed = await attempt("factor:renew-recovery", { password });
  const offer = await attempt("session:offer", {});
  const signIn = { username: person.user.name, password, device: "" };
  await attempt("session:create", { ...signIn, code: isFailing ? code : (renewed?.recoveryCodes[1] ?? "") });
  await attempt("session:claim", { code: offer?.code ?? "CANARY" });
  const key = new SoftwareAuthenticator(site);
  const adding = await attempt("passkey:begin", { password });
  const response = key.create(adding?.options ?? { challenge: "CANARY", user: { id: "CANARY" } });
  if (adding !== null) await attempt("passkey:add", { challengeId: adding.challengeId, name: "CANARY", response });
  const asked = await attempt("session:begin-passkey", {});
  const answer = key.get(asked?.options ?? { challenge: "CANARY" });
  await attempt("session:create-by-passkey", { challengeId: asked?.challengeId ?? "CANARY", response: answer });
  await attempt("account:change-password", { current: password, next: password });
  await attempt("account:delete", { password, messages: "remove" });
  const challenges = [adding?.options.challenge, asked?.options.challenge].filter((one) => typeof one === "string");
  const codes = [...(recovery?.recoveryCodes ?? []), ...(renewed?.recoveryCodes ?? [])];
  return { code: codes.at(-1) ?? "", all: [secret, offer?.code ?? secret, ...codes, ...challenges] };
}

test("in good times and in bad", async () => {
  const [anna, ben] = await populate(server, ["Anna", "Ben"]);
  const witness = await anna.connect();
  const roomId = await anna.createRoom("Confessional");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  const body = 'CANARY of a body\r\n{"level":60}';
  const { id: messageId } = await anna.send(roomId, body);
  await anna.do("message:edit", { roomId, messageId, body: `${body}!` });
  await anna.do("draft:save", { roomId, body });
  const { code } = await anna.do("invitation:create", { roomId });
  await post(server.url, "session:create", { input: { username: "CANARY", password: `${password} CANARY` } });
  await anna.ask("message:send", { id: messageId, roomId, body: { CANARY: 1 } });
  await post(server.url, "CANARY:no", { input: { CANARY: 1 } });
  const secrets = await everySecretOf(ben);
  failing.add("defect");
  await everySecretOf(ben, secrets.code);
  expect(await anna.codeOf("message:send", { id: ben.id as never, roomId, body })).toBe("internal");
  expect(await anna.codeOf("settings:change", { language: "CANARY" })).toBe("internal");
  failing.clear();
  witness.close();

  const lines = JSON.stringify(server.log);
  const failed = server.log.filter((line) => line.level === "error");
  expect(failed.length).toBeGreaterThan(8);
  for (const secret of ["CANARY", password, setupToken, anna.token, ben.token, code, ...secrets.all])
    expect(lines).not.toContain(secret);
});
