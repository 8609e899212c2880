import type { ZipEntry } from "../../lib/zip-file.ts";
import type { KeptFile } from "../../store/files.ts";
import { fileStem } from "./file-names.ts";
import type { Gathering } from "./gathering.ts";
import { jsonFile } from "./json.ts";
import { storedBytes } from "./stored.ts";

/** What the person uploaded, as others get it, and a list that says which is which. */
export async function ownFiles(gathering: Gathering): Promise<ZipEntry[]> {
  const { reader, me } = gathering;
  const files = (await reader.files.ownedBy(me.id)).map((kept, at) => ({ kept, path: pathOf(kept, at) }));
  const list = jsonFile("files.json", () => files.map(({ kept, path }) => ({ path, ...kept.info })));
  const entries = files.map(({ kept, path }) => ({
    path,
    content: () => storedBytes(gathering, kept.id),
  }));
  return [list, ...entries];
}

/** With the ending of its name, if that is a plain one: it says what opens it. */
function pathOf({ claim }: KeptFile, at: number): string {
  const [, ending = ""] = /\.([A-Za-z0-9]{1,10})$/.exec(claim.name) ?? [];
  const stem = fileStem(at, claim.name.slice(0, claim.name.length - (ending === "" ? 0 : ending.length + 1)));
  return `files/${stem}${ending === "" ? "" : `.${ending.toLowerCase()}`}`;
}
