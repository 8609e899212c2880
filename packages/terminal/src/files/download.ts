import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { HttpServer } from "@parley/client";
import { ParleyError } from "@parley/contract";

export interface Download {
  readonly server: HttpServer;
  readonly signal: AbortSignal;
  /** From the server's root on. */
  readonly from: string;
  readonly to: string;
}

/** Keeps what the server has in a new file: for nobody else to read, and whole or not there. */
export async function download({ server, signal, from, to }: Download): Promise<void> {
  const headers = { authorization: `Bearer ${server.token ?? ""}` };
  const response = await (server.fetch ?? fetch)(`${server.url.replace(/\/$/, "")}${from}`, { headers, signal });
  if (!response.ok || !response.body)
    throw new ParleyError("unavailable", `The download was refused (${response.status}).`);
  const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  // What is there already is somebody's, and stays.
  const target = createWriteStream(to, { mode: 0o600, flags: "wx" });
  let isMine = false;
  target.once("open", () => (isMine = true));
  try {
    await pipeline(body, target);
  } catch (error) {
    if (isMine) await rm(to, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new ParleyError("invalid", `Nothing was kept in ${to}: ${reason}`);
  }
}
