/**
 * `npm start`: builds the web client if its sources changed, then becomes the server. The server runs in this very
 * process, so signals, exit codes and arguments are its own.
 *
 * Plain JavaScript: once what was compiled is kept, nothing needs Node's compiler of TypeScript any more, and loading
 * that alone takes 0.1 s and 17 MB. Kept beside the code, since who can write there can run code as this user anyhow;
 * where nothing can be written, nothing is kept.
 */
import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/compile"));

if (!process.argv.includes("--help")) {
  const { buildWeb } = await import("./web-build.ts");
  await buildWeb();
}
await import("../packages/server/src/main.ts");
