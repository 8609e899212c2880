import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** Where a program is, by the folders of PATH; null if it is in none of them. */
export function findProgram(name: string, path = ""): string | null {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  const places = path.split(delimiter).filter(isAbsolute);
  return places.map((folder) => join(folder, file)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
