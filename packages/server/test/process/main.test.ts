import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { settings } from "../../src/config.ts";
import { password, post } from "../person.ts";
import { createTestDatabase } from "../postgres.ts";
import { isOnPostgres, setupToken } from "../start-server.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { runMain } from "./run-main.ts";

const folder = temporaryFolder("parley-test-");
const database = isOnPostgres ? await createTestDatabase() : null;
afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});
/** What few servers, or few people, ever use: it is loaded when it is. */
const onDemand = [
  ...["@simplewebauthn", "ajv", "emojibase-data", "fast-json-stringify/index", "otplib", "openid-client", "yazl"],
  ...(isOnPostgres ? [] : ["pg"]),
  "internal/deps/undici",
];
/** Each costs about half a millisecond, and 0.1 MB, of every start. */
const mostModules = isOnPostgres ? 1_150 : 1_100;

const place = { PARLEY_DATA: folder, ...(database && { PARLEY_DATABASE_URL: database.url }) };

test("--help lists every setting", async () => {
  const { ended, output } = runMain({}, ["--help"]);
  expect(await ended).toBe(0);
  for (const { name } of settings) expect(output.stdout).toContain(name);
  expect(output.stderr).toBe("");
});

test.each([
  [{ PARLEY_PORT: "http" }, [], "PARLEY_PORT"],
  [{ PARLEY_URL: "chat" }, [], "PARLEY_URL"],
  [{ PARLEY_TRUSTED_PROXIES: "10.0.0.0/33" }, [], "PARLEY_TRUSTED_PROXIES"],
  [{}, ["--port=3000"], "--port"],
])("%j %j is one clear line and code 2", async (wrong, args, named) => {
  const { ended, output } = runMain({ ...place, ...wrong }, args);
  expect(await ended).toBe(2);
  expect(output.stdout).toBe("");
  expect(output.stderr).toMatch(new RegExp(`^[^\\n]*${named}[^\\n]*\\n$`));
});

describe("a life", () => {
  test("it greets with the set-up link, refuses a second on its folder, and ends cleanly", async () => {
    const first = runMain({ ...place, PARLEY_SETUP_TOKEN: setupToken });
    const url = await first.listening();
    expect(first.output.stdout).toBe(
      [
        `Parley listens on ${url}`,
        `Set it up: ${url}/setup#${setupToken}`,
        "Only this machine can reach it. To let others in: PARLEY_HOST=0.0.0.0 npm start, or a reverse proxy and PARLEY_URL.",
        "",
      ].join("\n"),
    );
    const second = runMain(place);
    expect(await second.ended).toBe(1);
    expect(second.output.stderr).toMatch(/^Another Parley is running on [^\n]+\n$/);
    const { reply } = await post(url, "server:setup", { input: { token: setupToken, username: "Olga", password } });
    expect(reply.ok).toBe(true);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    expect(first.output.stderr).toBe("");
  });

  test("it loads what every server needs, and no more", async () => {
    const list = join(folder, "modules.json");
    const counting = `--import=${join(import.meta.dirname, "counting.ts")}`;
    const { child, listening, ended } = runMain({ ...place, NODE_OPTIONS: counting, PARLEY_TEST_MODULES: list });
    await listening();
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    const names = JSON.parse(readFileSync(list, "utf8")) as string[];
    const isOf = (name: string) => (path: string) => path.includes(`node_modules/${name}`) || path.endsWith(` ${name}`);
    expect(onDemand.filter((name) => names.some(isOf(name)))).toEqual([]);
    const count = names.filter((name) => name.startsWith("file:")).length;
    expect(count).toBeGreaterThan(500);
    expect(count).toBeLessThan(mostModules);
  });

  test("reached only through a proxy that it does not know, it warns", async () => {
    for (const [proxies, warning] of [
      ["", /^Warning: PARLEY_TRUSTED_PROXIES [^\n]+\n$/],
      ["127.0.0.1", /^$/],
    ] as const) {
      const behind = { PARLEY_URL: "https://chat.example.org", PARLEY_TRUSTED_PROXIES: proxies };
      const { child, listening, ended, output } = runMain({ ...place, ...behind });
      await listening();
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
      expect(output.stderr).toMatch(warning);
    }
  });

  test("set up, it does not print the link again; without limiters it warns", async () => {
    const again = runMain({ ...place, PARLEY_LIMITERS: "off" });
    await again.listening();
    expect(again.output.stdout).not.toContain("/setup#");
    again.child.kill("SIGINT");
    expect(await again.ended).toBe(0);
    expect(again.output.stderr).toMatch(/^Warning: limiters are off\.[^\n]+\n$/);
  });
});
