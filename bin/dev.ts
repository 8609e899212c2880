/**
 * `bin/dev`: the server, started again whenever its sources change, and the web client with hot reload in front of it.
 * Settings of the server are those of `npm start -- --help`; the web client listens on PARLEY_DEV_PORT (5173).
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createServer } from "vite";

const root = join(import.meta.dirname, "..");
const webPort = Number(process.env.PARLEY_DEV_PORT ?? 5173);
const serverPort = process.env.PARLEY_PORT ?? "3000";
const url = process.env.PARLEY_URL ?? `http://localhost:${webPort}`;

/** Where packages/web/vite.config.ts sends everything that is not the client's own. */
process.env.PARLEY_DEV_SERVER = `http://127.0.0.1:${serverPort}`;
const vite = await createServer({ root: join(root, "packages/web"), server: { port: webPort, strictPort: true } });
await vite.listen();

const main = join(root, "packages/server/src/main.ts");
const child = spawn(process.execPath, ["--watch", "--watch-preserve-output", main, ...process.argv.slice(2)], {
  env: { ...process.env, PARLEY_PORT: serverPort, PARLEY_URL: url },
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.once("exit", async (code) => {
  await vite.close();
  process.exit(code ?? 0);
});
console.log(`The web client, with hot reload: ${url}`);
