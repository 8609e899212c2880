import { setTimeout as after } from "node:timers/promises";
import { type Export, ParleyError } from "@parley/contract";
import { download } from "../files/download.ts";
import { moment } from "../text/time.ts";
import { type Answer, answer } from "./answer.ts";
import type { CommandContext } from "./context.ts";

/** So often one asks how far it is. */
const pollMs = 500;

/** Has everything of mine gathered in one archive, and keeps it in a file if one is named. */
export async function exportMine(context: CommandContext, file: string): Promise<Answer> {
  const ready = await gathered(context);
  const path = "/exports/mine";
  const url = `${context.server.url.replace(/\/$/, "")}${path}`;
  const size = ready.bytes ?? 0;
  if (file !== "") {
    await download({ server: context.server, signal: context.signal, from: path, to: file });
    return answer(`Everything of yours is in ${file} (${size} bytes).`, { type: "export", file, bytes: size });
  }
  const end = ready.expiresAt === null ? "" : ` until ${moment(ready.expiresAt, context.clock())}`;
  const words = `Everything of yours is ready${end}: download it at ${url} where you are signed in, or /export FILE keeps it here.`;
  return answer(words, { type: "export", url, bytes: size, expiresAt: ready.expiresAt });
}

/** Starts one and waits until it is done. */
async function gathered({ client, signal, say }: CommandContext): Promise<Export> {
  let archive = await client.call("export:start", {});
  let told = "";
  while (archive.state === "running" || archive.state === "none") {
    const words = `Gathering everything of yours: ${archive.done} of ${archive.total}`;
    if (words !== told) say(words);
    told = words;
    await after(pollMs, undefined, { signal });
    archive = await client.call("export:show", {});
  }
  if (archive.state === "ready") return archive;
  throw new ParleyError("internal", "The archive could not be made. Try again later.");
}
