import type { Writable } from "node:stream";
import type { ParleyClient } from "@parley/client";

/** A short absence is nobody's business. */
const patienceMs = 2_000;

/** Says on `errors` when the server has been away for a while, and when it is back; until the answered function is called. */
export function reportOutages(client: ParleyClient, errors: Writable): () => void {
  let timer: NodeJS.Timeout | null = null;
  let isReported = false;
  const report = () => {
    isReported = true;
    errors.write("The server is away; waiting for it.\n");
  };
  const stop = client.subscribe(() => {
    const { status } = client.getState().connection;
    if (status === "offline") timer ??= setTimeout(report, patienceMs);
    if (status !== "live" || timer === null) return;
    clearTimeout(timer);
    timer = null;
    if (isReported) errors.write("The server is back.\n");
    isReported = false;
  });
  return () => {
    stop();
    if (timer) clearTimeout(timer);
  };
}
