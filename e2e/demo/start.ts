import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { foldHandle, type RoomId } from "@parley/contract";
import { seed } from "@parley/server/seed";
import { run } from "../proof/rig/processes.ts";
import { seeded } from "../proof/rig/random.ts";
import { password, people } from "./people.ts";
import { rooms } from "./rooms.ts";
import { shareIn } from "./sharing.ts";

export interface Demo {
  readonly url: string;
  /** The first two people, each with a link that leads in. */
  readonly links: readonly { readonly name: string; readonly link: string }[];
  /** Of a room by its name. */
  roomId(name: string): RoomId;
  stop(): Promise<void>;
}

export interface DemoOptions {
  readonly port: number;
  readonly now: number;
  /** Messages in the long room. */
  readonly longRoom: number;
}

/** A server of its own with people, rooms and history, in a folder that goes when it stops. */
export async function startDemo({ port, now, longRoom }: DemoOptions): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), "parley-demo-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  const planned = rooms({ now, longRoom });
  const { roomIds } = await seed(folder, {
    serverName: "Harbour",
    password,
    people,
    rooms: planned,
    random: seeded(7),
  });
  const running = run({
    command: process.execPath,
    args: ["packages/server/src/main.ts"],
    cwd: join(import.meta.dirname, "../.."),
    env: {
      PARLEY_PORT: String(port),
      PARLEY_HOST: "127.0.0.1",
      PARLEY_URL: "",
      PARLEY_DATA: folder,
      PARLEY_LOG: "error",
    },
  });
  const [, url = ""] = await running.says(/Parley listens on (http:\S+)/);
  const roomId = (name: string): RoomId => {
    const id = roomIds[planned.findIndex((room) => room.name === name)];
    if (id === undefined) throw new Error(`The demonstration has no room "${name}".`);
    return id;
  };
  const sharing = { url, database: join(folder, "parley.db"), usernames: people.map(foldHandle) };
  await shareIn({ ...sharing, roomId: roomId("film nights"), elsewhereId: roomId("notes to self") });
  // Two host names of the same machine are two sites to a browser: both people can be signed in side by side.
  const hosts = [url, url.replace("127.0.0.1", "localhost")];
  const links = hosts.map((host, at) => ({ name: people[at] ?? "", link: `${host}/sign-in#${credentials(at)}` }));
  return {
    url,
    links,
    roomId,
    async stop() {
      await running.end("SIGTERM");
      remove();
    },
  };
}

/** After the `#`, where no server sees it. The sign-in page fills them in, on a loopback address only. */
function credentials(person: number): string {
  return new URLSearchParams({ as: foldHandle(people[person] ?? ""), password }).toString();
}
