/** `npm run demo`: a throw-away server, full of people and talk, until Ctrl+C. PARLEY_PORT chooses its port. */
import { buildWeb } from "../../bin/web-build.ts";
import { startDemo } from "./start.ts";

await buildWeb();
console.log("Filling a throw-away server: 40 people, 200 rooms, one of 100,000 messages. A few seconds…");
const demo = await startDemo({ port: Number(process.env.PARLEY_PORT ?? 0), now: Date.now(), longRoom: 100_000 });
console.log(`\nParley's demonstration is on ${demo.url}. Open a link and press "Sign in":\n`);
for (const { name, link } of demo.links) console.log(`  ${name.padEnd(16)}${link}`);
console.log("\nBoth work side by side in one browser. Ctrl+C ends it; nothing is kept.");

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    demo.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
