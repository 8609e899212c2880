/**
 * `npm start`: builds the web client if its sources changed, then becomes the server. The server runs in this very
 * process, so signals, exit codes and arguments are its own.
 */
import { buildWeb } from "./web-build.ts";

if (!process.argv.includes("--help")) await buildWeb();
await import("../packages/server/src/main.ts");
