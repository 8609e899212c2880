import { networkInterfaces } from "node:os";
import process from "node:process";
import type { App } from "./app.ts";
import { ConfigError } from "./config/config-error.ts";
import { type Config, helpText, readConfig, wantsHelp } from "./config.ts";

/** After this long the rest is cut off: a supervisor would do it less gently. */
const graceMs = 10_000;

try {
  if (wantsHelp(process.argv.slice(2))) {
    process.stdout.write(helpText());
  } else {
    await run();
  }
} catch (error) {
  // One clear line; a stack helps nobody who mistyped a setting.
  process.stderr.write(`${lineOf(error)}\n`);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
}

async function run(): Promise<void> {
  const config = readConfig();
  // Only now what takes its time to load: help and a wrong setting are answered at once.
  const { createApp } = await import("./app.ts");
  const app = await createApp({ config });
  if (!config.areLimitersOn) process.stderr.write("Warning: limiters are off. Anyone can flood this server.\n");
  if (isBehindStrangers(config))
    process.stderr.write(
      "Warning: PARLEY_TRUSTED_PROXIES is not set. Limits by address count all who come through the proxy as one.\n",
    );
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), graceMs).unref();
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  await greet(app, config);
}

/** Whether others can reach this server, but only through a proxy that it does not know. */
function isBehindStrangers({ url, host, trustedProxies }: Config): boolean {
  return url !== null && isLocal(host) && !isLocal(new URL(url).hostname) && trustedProxies.length === 0;
}

function isLocal(host: string): boolean {
  return /^(127\.|localhost$|\[?::1\]?$)/.test(host);
}

async function greet(app: App, config: Config): Promise<void> {
  const lines = [`Parley listens on ${app.url}`];
  const isOpen = config.url === null && /^(0\.0\.0\.0|::)$/.test(config.host);
  if (isOpen) lines.push(...networkAddresses().map((address) => `On this network: http://${address}:${app.port}`));
  if (!(await app.isSetUp())) lines.push(`Set it up: ${app.url}/setup#${app.setupToken}`);
  if (isLocal(config.host) && config.url === null)
    lines.push(
      "Only this machine can reach it. To let others in: PARLEY_HOST=0.0.0.0 npm start, or a reverse proxy and PARLEY_URL.",
    );
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** Where other machines find this one: they cannot use a link to localhost. */
function networkAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ family, internal }) => family === "IPv4" && !internal).map(({ address }) => address),
  );
}

/** What the machine says, in words of the settings. */
function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return "The port is in use (EADDRINUSE). Stop what uses it, or choose another with PARLEY_PORT.";
  if (code === "EACCES") return `Not allowed here (EACCES): ${error.message}`;
  return error.message;
}
