import type { ClientStorage } from "../storage.ts";
import { memoryStorage } from "./memory.ts";

export function indexedDbStorage(_name: string): ClientStorage {
  return memoryStorage();
}
