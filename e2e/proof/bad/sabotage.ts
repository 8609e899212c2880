import { registerHooks } from "node:module";
import { sabotages } from "./sabotages.ts";

/** Imported before the server's own program: changes its sources as they are loaded. */
const sabotage = sabotages.find(({ name }) => name === process.env.PARLEY_PROOF_SABOTAGE);
if (sabotage === undefined) throw new Error(`There is no sabotage ${process.env.PARLEY_PROOF_SABOTAGE}.`);

const { changes } = sabotage;
const done = new Set<unknown>();

registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    for (const change of changes) {
      if (!url.endsWith(`/packages/server/src/${change.file}`)) continue;
      const source =
        typeof loaded.source === "string" ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString();
      const changed = source.replace(change.from, change.to);
      if (changed === source) throw new Error(`Nothing to sabotage in ${change.file}: ${change.from}`);
      loaded.source = changed;
      done.add(change);
    }
    return loaded;
  },
});

setTimeout(() => {
  if (done.size === changes.length) return;
  console.error("A file to sabotage was never loaded.");
  process.exit(3);
}, 5_000).unref();
