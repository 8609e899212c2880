import { fileStorage } from "../../src/node/index.ts";
import { anItem } from "./items.ts";

// Run as a process of its own, to be killed: writes items, removes every third, and says what is done.
const [folder = ""] = process.argv.slice(2);
const storage = fileStorage(folder);
await storage.load();
for (let at = 0; ; at += 1) {
  const key = String(at).padStart(6, "0");
  await storage.outbox.put(anItem(key, "x".repeat(at % 3_000)));
  process.stdout.write(`put ${key}\n`);
  if (at % 3 === 0) {
    await storage.outbox.remove(key);
    process.stdout.write(`removed ${key}\n`);
  }
}
