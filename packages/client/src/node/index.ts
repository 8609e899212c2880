import { memoryStorage } from "../storage/memory.ts";
import type { ClientStorage } from "../storage.ts";

export function fileStorage(_folder: string): ClientStorage {
  return memoryStorage();
}
