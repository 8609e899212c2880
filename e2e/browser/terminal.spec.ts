import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { password } from "./rig/server.ts";
import { expect, test } from "./rig/test.ts";

test("one in a browser and one in a terminal hold a conversation", async ({ server, visit }) => {
  await server.setUp("Ada");
  await server.join("Bela");
  const ada = await visit();
  await ada.signIn(server, "Ada");
  await ada.openRoom("lobby");

  const profile = mkdtempSync(join(tmpdir(), "parley-e2e-terminal-"));
  const main = join(import.meta.dirname, "../../packages/terminal/src/main.ts");
  const options = ["--plain", "--server", server.url, "--user", "Bela", "--profile", profile];
  const terminal = spawn(process.execPath, [main, ...options], {
    env: { ...process.env, PARLEY_PASSWORD: password },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = once(terminal, "exit");
  let printed = "";
  for (const stream of [terminal.stdout, terminal.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  try {
    terminal.stdin.write("Is anybody there?\n");
    await expect(ada.message("Is anybody there?")).toHaveAccessibleName(/^Bela, /);
    await ada.send("Loud and clear");
    await expect.poll(() => printed).toMatch(/^Bela: Is anybody there\?\nAda: Loud and clear\n$/m);
    terminal.stdin.write("exit\n");
    expect(await ended).toEqual([0, null]);
    expect(printed).not.toMatch(/Error|at .*\.ts:/);
  } finally {
    terminal.kill("SIGKILL");
    rmSync(profile, { recursive: true, force: true });
  }
});
