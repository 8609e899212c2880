import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Input, type Output, ParleyError, type Reply, type RequestName } from "@parley/contract";
import { freePort, type Running, run } from "./processes.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const setupToken = "proof-setup-token-proof-setup-token-42";
export const password = "correct horse battery staple";

export interface ParleyOptions {
  readonly data: string;
  readonly port: number;
  readonly core?: number;
  /** Put before the program, such as a tracer with its options. */
  readonly under?: readonly string[];
  /** Options of the runtime, such as a module to import first. */
  readonly nodeOptions?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The real server in its own process, listening. */
export async function startParley(options: ParleyOptions): Promise<Running> {
  const [command = process.execPath, ...before] = [...(options.under ?? []), process.execPath];
  const running = run({
    command,
    args: [...before, ...(options.nodeOptions ?? []), "packages/server/src/main.ts"],
    cwd: root,
    env: {
      PARLEY_PORT: String(options.port),
      PARLEY_HOST: "127.0.0.1",
      PARLEY_URL: `http://127.0.0.1:${options.port}`,
      PARLEY_DATA: options.data,
      PARLEY_SETUP_TOKEN: setupToken,
      PARLEY_LIMITERS: "off",
      PARLEY_REGISTRATION: "open",
      ...options.env,
    },
    ...(options.core === undefined ? {} : { core: options.core }),
  });
  await running.says(/Parley listens on (http:\S+)/, 60_000);
  return running;
}

/** One request over HTTP; throws what the server refused with. */
export async function request<N extends RequestName>(
  port: number,
  call: { name: N; input: Input<N>; token?: string },
): Promise<Output<N>> {
  const response = await fetch(`http://127.0.0.1:${port}/api/${call.name.replace(":", "/")}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
    },
    body: JSON.stringify(call.input),
    signal: AbortSignal.timeout(30_000),
  });
  const reply = (await response.json()) as Reply<Output<N>>;
  if (!reply.ok) throw new ParleyError(reply.error.code, `${call.name}: ${reply.error.message}`);
  return reply.data;
}

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly token: string;
}

/** The owner account, through the set-up link. */
export async function setUp(port: number): Promise<Account> {
  const begun = await request(port, {
    name: "server:setup",
    input: { token: setupToken, username: "harbourmaster", password, registration: "open" },
  });
  return { id: begun.user.id, username: "harbourmaster", token: begun.token ?? "" };
}

/** `count` more accounts, named after `prefix`, a few at a time. */
export async function makeAccounts(port: number, count: number, prefix = "person"): Promise<Account[]> {
  const accounts: Account[] = [];
  const one = async (at: number): Promise<void> => {
    const username = `${prefix}${at}`;
    const begun = await request(port, { name: "account:create", input: { username, password } });
    accounts[at] = { id: begun.user.id, username, token: begun.token ?? "" };
  };
  for (let at = 0; at < count; at += 4) {
    await Promise.all([0, 1, 2, 3].filter((step) => at + step < count).map((step) => one(at + step)));
  }
  return accounts;
}

/** A folder that is gone when this process is. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `parley-${purpose}-`));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export { freePort, root };
