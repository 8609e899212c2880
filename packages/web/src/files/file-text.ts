import type { ParleyClient } from "@parley/client";
import type { SharedFile } from "@parley/contract";
import { fileUrl } from "./file-urls.ts";

/** Enough for the first lines of most files, even where they are long. */
const HEAD_BYTES = 2_048;
const HEAD_LINES = 6;

// Keyed by immutable files, and gone with them: a memory of what was fetched, not state.
const heads = new WeakMap<SharedFile, Promise<string>>();

/** Its first lines; from this device as long as it waits to be sent. */
export function headOf(file: SharedFile, client: ParleyClient, isStored: boolean): Promise<string> {
  const known = heads.get(file);
  if (known !== undefined) return known;
  const head = readHead(file, client, isStored).then(firstLines);
  heads.set(file, head);
  // What failed is tried again when it is to be seen again.
  head.catch(() => heads.delete(file));
  return head;
}

/** All of it. */
export async function textOf(file: SharedFile): Promise<string> {
  return (await fetched(file, {})).text();
}

async function readHead(file: SharedFile, client: ParleyClient, isStored: boolean): Promise<string> {
  const range = { range: `bytes=0-${HEAD_BYTES - 1}` };
  const bytes = isStored
    ? await (await fetched(file, range)).arrayBuffer()
    : await (await client.readFile(file.id))?.slice(0, HEAD_BYTES).arrayBuffer();
  // The last letter may be there in part.
  return new TextDecoder().decode(bytes ?? new ArrayBuffer(0), { stream: true });
}

async function fetched(file: SharedFile, headers: Record<string, string>): Promise<Response> {
  const response = await fetch(fileUrl(file), { headers });
  if (!response.ok) throw new Error(`The file cannot be had: ${response.status}.`);
  return response;
}

function firstLines(text: string): string {
  return text.split(/\r?\n/, HEAD_LINES).join("\n");
}
