/** Archives as their owner gets them. */
import { unzipSync } from "fflate";
import { vi } from "vitest";
import type { Person } from "../person.ts";

export type Files = ReadonlyMap<string, string>;

export function fetchArchive(person: Pick<Person, "server" | "token">): Promise<Response> {
  return fetch(`${person.server.url}/exports/mine`, { headers: { authorization: `Bearer ${person.token}` } });
}

/** Has one made, waits until it is ready, opens it. */
export async function archiveOf(person: Person): Promise<Files> {
  await person.do("export:start", {});
  await untilReady(person);
  return opened(new Uint8Array(await (await fetchArchive(person)).arrayBuffer()));
}

export async function untilReady(person: Person): Promise<void> {
  await vi.waitFor(
    async () => {
      const { state } = await person.do("export:show", {});
      if (state !== "ready") throw new Error(`The archive is ${state}.`);
    },
    { timeout: 20_000 },
  );
}

/** Its files as text, by path. */
function opened(bytes: Uint8Array): Files {
  const text = new TextDecoder();
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, text.decode(content)]));
}

/** The one file whose path ends so. */
export function fileIn(files: Files, ending: string): string {
  const found = [...files].filter(([path]) => path.endsWith(ending));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} files end with ${ending}.`);
  return only[1];
}
