import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, populate, post } from "../person.ts";
import { startServer } from "../start-server.ts";
import { connect } from "../witness.ts";

const server = await startServer();
const publicUrl = "https://chat.example.org";
const proxied = await startServer({ config: { url: publicUrl } });
let anna: Person;
let pam: Person;
beforeAll(async () => {
  [anna] = await populate(server, ["Anna"]);
  [pam] = await populate(proxied, ["Pam"]);
});
afterAll(async () => {
  await server.stop();
  await proxied.stop();
});

const { port } = server.app;
const cases: [origin: string | undefined, isLetIn: boolean][] = [
  [server.url, true],
  [undefined, true],
  ["https://evil.example", false],
  ["null", false],
  [`http://127.0.0.1:${port + 1}`, false],
  [`http://127.0.0.1:${port}.evil.example`, false],
  [`http://localhost:${port}`, false],
];
const proxiedCases: [origin: string | undefined, isLetIn: boolean][] = [
  [publicUrl, true],
  [undefined, true],
  ["http://chat.example.org", false],
  ["https://chat.example.org.evil.example", false],
  [proxied.url, false],
];

describe.each([
  ["without a public address", () => anna, cases],
  ["with one", () => pam, proxiedCases],
] as const)("%s", (_, personOf, all) => {
  test.each(all)("Origin %s", async (origin, isLetIn) => {
    const person = personOf();
    const headers: Record<string, string> = origin === undefined ? {} : { origin };
    const { status } = await post(person.server.url, "sync:open", { token: person.token, headers });
    expect(status).toBe(isLetIn ? 200 : 403);
    for (const transport of ["websocket", "polling"] as const) {
      const attempt = connect(person.server.url, person.token, { transport, headers });
      if (!isLetIn) {
        await expect(attempt).rejects.toThrow();
        continue;
      }
      const witness = await attempt;
      expect(await witness.call("sync:open")).toMatchObject({ ok: true });
      witness.close();
    }
  });
});
