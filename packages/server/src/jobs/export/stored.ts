import type { FileId } from "@parley/contract";
import type { Gathering } from "./gathering.ts";

/** The bytes of a file. Deleted since the list was made: nothing of it is left to give. */
export async function* storedBytes({ storage }: Gathering, id: FileId): AsyncGenerator<Uint8Array> {
  const part = await storage.open(id, "original");
  if (part === null) return;
  if (part.bytes === 0) await part.close();
  else yield* part.read({ first: 0, last: part.bytes - 1 });
}
