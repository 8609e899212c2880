/** What asks for the password again is refused when another device changes it in the moment after it was verified. */
import type { CommandName, Input } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Engine } from "../../src/store/engine.ts";
import { openData, type TestData } from "../database.ts";
import { type Person, password, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";

/** What happens before the next transaction begins. */
let before: (() => Promise<unknown>) | null = null;
const server = await startServer({
  config: { url: "https://chat.example.org" },
  wrapEngine: (engine: Engine) => ({
    ...engine,
    async transact(work, committed, line) {
      const act = before;
      before = null;
      await act?.();
      return engine.transact(work, committed, line);
    },
  }),
});
let data: TestData;
let anna: Person;
const changed = "correct horse staple";
const numbers = Array(100).keys();
beforeAll(async () => {
  // The next transaction is that of a request: for each job something is due later.
  server.clock.stop();
  await populate(server, ["Olga"]);
  data = await openData(server);
});
afterAll(async () => {
  await data.close();
  await server.stop();
});
beforeEach(async () => {
  anna = await register(server, `Anna ${numbers.next().value}`);
});

const asking = {
  "account:change-password": { current: password, next: "another password" },
  "account:delete": { password, messages: "anonymise" },
  "factor:begin-totp": { password },
  "factor:remove-totp": { password },
  "factor:renew-recovery": { password },
  "passkey:begin": { password },
  "passkey:remove": { password, id: "a key" },
} satisfies { [N in CommandName]?: Input<N> };

test.each(Object.entries(asking))("%s", async (name, given) => {
  const elsewhere = await anna.signIn();
  before = () => elsewhere.do("account:change-password", { current: password, next: changed });
  const reply = await anna.ask(name as keyof typeof asking, given);
  expect(reply).toMatchObject({
    ok: false,
    error: { code: "conflict", message: expect.stringContaining("just changed") },
  });
  const [kept] = await data.sql(`select totp_pending, deletes_at from users where id = '${anna.id}'`);
  expect(kept).toEqual({ totp_pending: null, deletes_at: null });
  expect(await data.sql(`select id from challenges where user_id = '${anna.id}'`)).toEqual([]);
  expect(await elsewhere.codeOf("account:change-password", { current: changed, next: password })).toBe("ok");
});
