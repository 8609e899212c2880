import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Account, freePort, request, setUp, startParley, temporaryFolder } from "./rig/parley.ts";
import { pick, seeded } from "./rig/random.ts";
import { bringHome, makeUpload, type Upload } from "./upload/uploader.ts";

/**
 * R33: the server is killed with -9 while files come in, and clients' connections are cut in the middle. Afterwards each
 * file is there as a whole or not at all, nothing lies in the folder that nobody knows of, and the quota is exact.
 * `--rounds`, `--seed`.
 */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "10" }, seed: { type: "string" } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const random = seeded(seed);
const data = temporaryFolder("upload");
const port = await freePort();
const start = () => startParley({ data, port, env: { PARLEY_LOG: "error", PARLEY_QUOTA: "900 GB" } });

let server = await start();
const account = await setUp(port);
const alive = new Map<string, Upload>();
let failed = 0;
let kills = 0;
for (let round = 1; round <= Number(values.rounds); round += 1) {
  const faults = await play();
  failed += faults.length > 0 ? 1 : 0;
  console.log(
    `round ${round}: ${alive.size} files: ${faults.length === 0 ? "passed" : `FAILED: ${faults.join("; ")}`}`,
  );
}
await server.end("SIGTERM");
console.log(`${kills} kills, ${alive.size} files whole; seed ${seed}`);
console.log(`${Number(values.rounds) - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function play(): Promise<string[]> {
  const uploads = Array.from({ length: 2 + pick(random, 5) }, () => makeUpload(random));
  const home = Promise.all(uploads.map((upload) => bringHome({ port, account }, upload, random)));
  await new Promise((resolve) => setTimeout(resolve, pick(random, 700)));
  await server.end("SIGKILL");
  kills += 1;
  server = await start();
  await home;
  for (const upload of uploads) if (upload.fate !== "dropped") alive.set(upload.id, upload);
  const faults = await settled();
  for (const upload of uploads) if (upload.fate !== "dropped") faults.push(...(await faultsOf(account, upload)));
  return faults;
}

/** What the folder and the quota say, once what was dropped has had its time to go. */
async function settled(): Promise<string[]> {
  const until = Date.now() + 10_000;
  for (;;) {
    const faults = await unsettled();
    if (faults.length === 0 || Date.now() > until) return faults;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function unsettled(): Promise<string[]> {
  const faults: string[] = [];
  const stored = namesIn("files/stored").flatMap((shelf) => namesIn(`files/stored/${shelf}`));
  const unknown = stored.filter((id) => !alive.has(id));
  if (unknown.length > 0) faults.push(`nobody knows of ${unknown.join(", ")}`);
  const incoming = namesIn("files/incoming");
  if (incoming.length > 0) faults.push(`still coming: ${incoming.join(", ")}`);
  const expected = [...alive.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  const { usedBytes } = await request(port, { name: "file:limits", token: account.token, input: {} });
  if (usedBytes !== expected) faults.push(`the quota says ${usedBytes}, not ${expected}`);
  return faults;
}

function namesIn(folder: string): string[] {
  const path = join(data, folder);
  return existsSync(path) ? readdirSync(path) : [];
}

async function faultsOf({ token }: Account, { id, bytes, isPicture }: Upload): Promise<string[]> {
  const fetched = (part: string) =>
    fetch(`http://127.0.0.1:${port}/files/${id}/${part}`, { headers: { authorization: `Bearer ${token}` } });
  const response = await fetched("proof.bin");
  const found = Buffer.from(await response.arrayBuffer());
  if (!response.ok) return [`${id} is not there`];
  if (!isPicture) return found.equals(bytes) ? [] : [`${id} is not what was sent`];
  const { size } = await request(port, { name: "file:show", token, input: { id } });
  const thumbnail = await fetched("thumbnail/small");
  const isWhole = found.length === size && thumbnail.ok;
  return isWhole ? [] : [`${id} is half a picture`];
}
