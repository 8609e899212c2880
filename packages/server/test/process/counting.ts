/**
 * Imported before the server's own program: when that ends, the names of all modules that it loaded are left in the file
 * `PARLEY_TEST_MODULES`, those of Node itself among them.
 */
import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";

const loaded: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith("file:")) loaded.push(url);
    return nextLoad(url, context);
  },
});
process.once("exit", () => {
  const nodesOwn = Reflect.get(process, "moduleLoadList") as string[];
  writeFileSync(process.env.PARLEY_TEST_MODULES ?? "", JSON.stringify([...loaded, ...nodesOwn]));
});
