import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { foldHandle } from "@parley/contract";

/**
 * What the terminal client keeps: per server the last user, and per server and user the session and the folder of the
 * client's outbox and cache.
 *
 *     DIR/http_localhost_3000/last.json
 *     DIR/http_localhost_3000/alice/session.json · DIR/http_localhost_3000/alice/client/
 */
export class Profile {
  readonly #folder: string;

  constructor(directory: string, server: string) {
    this.#folder = join(directory, fileName(server.replace("://", "_").replaceAll(/[:/]/g, "_")));
  }

  /** The name that was last used on this server. */
  async lastUser(): Promise<string | null> {
    return await readText(join(this.#folder, "last.json"), "user");
  }

  async token(user: string): Promise<string | null> {
    return await readText(this.#sessionFile(user), "token");
  }

  async keep(user: string, token: string): Promise<void> {
    await mkdir(this.#userFolder(user), { recursive: true, mode: 0o700 });
    await writePrivately(this.#sessionFile(user), { token });
    await this.remember(user);
  }

  /** Makes this the name to use when none is given. */
  async remember(user: string): Promise<void> {
    await writePrivately(join(this.#folder, "last.json"), { user });
  }

  async forget(user: string): Promise<void> {
    await rm(this.#sessionFile(user), { force: true });
  }

  /** Where the client keeps this user's outbox and cache. */
  clientFolder(user: string): string {
    return join(this.#userFolder(user), "client");
  }

  #userFolder(user: string): string {
    return join(this.#folder, fileName(foldHandle(user)));
  }

  #sessionFile(user: string): string {
    return join(this.#userFolder(user), "session.json");
  }
}

/** Any text as one plain file name; different texts give different names. */
function fileName(text: string): string {
  return encodeURIComponent(text).replaceAll("*", "%2A").replace(/^\./, "%2E") || "_";
}

/** One text field of a JSON file; null when there is none, for whatever reason: then it is asked for again. */
async function readText(path: string, field: string): Promise<string | null> {
  try {
    const content: unknown = JSON.parse(await readFile(path, "utf8"));
    const value = content instanceof Object ? Reflect.get(content, field) : null;
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

/** Whole or not at all, and never readable for others, not even while it is being written. */
async function writePrivately(path: string, value: unknown): Promise<void> {
  const fresh = `${path}.${process.pid}`;
  await writeFile(fresh, JSON.stringify(value), { mode: 0o600 });
  await rename(fresh, path);
}
