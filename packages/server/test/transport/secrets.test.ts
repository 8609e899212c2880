/** What people write, their passwords and their tokens are in no line of the log, whatever goes wrong. */

import { afterAll, expect, test } from "vitest";
import type { Engine } from "../../src/store/engine.ts";
import { password, populate, post } from "../person.ts";
import { setupToken, startServer } from "../start-server.ts";

const failing = new Set<"defect">();
const server = await startServer({
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
  failing.add("defect");
  expect(await anna.codeOf("message:send", { id: ben.id as never, roomId, body })).toBe("internal");
  expect(await anna.codeOf("settings:change", { language: "CANARY" })).toBe("internal");
  failing.clear();
  witness.close();

  const lines = JSON.stringify(server.log);
  expect(server.log.filter((line) => line.level === "error")).toHaveLength(2);
  for (const secret of ["CANARY", password, setupToken, anna.token, ben.token, code])
    expect(lines).not.toContain(secret);
});
