import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type BucketSettings, bucketOf } from "./config/bucket.ts";
import { ConfigError } from "./config/config-error.ts";
import { type FileLimits, fileLimitsOf, filesFolderOf, type Programs, programsIn } from "./config/files.ts";
import { type Network, networkOf } from "./lib/caller.ts";
import type { OidcSettings } from "./lib/oidc.ts";
import { isTrustedAddress } from "./lib/trusted-fetch.ts";

export interface Config {
  port: number;
  host: string;
  /** Public address without a trailing slash, or null: then whatever address a browser uses is its origin. */
  url: string | null;
  /** Reverse proxies that are believed about whom they pass on. */
  trustedProxies: readonly Network[];
  dataFolder: string;
  registration: "invite" | "open" | "closed" | null;
  setupToken: string | null;
  databaseUrl: string | null;
  /** Folder that holds what people share; with a bucket, what is on its way there. */
  filesFolder: string;
  /** Where files are kept instead; null for the folder. */
  bucket: BucketSettings | null;
  fileLimits: FileLimits;
  /** Whether the server asks others what is behind links; null leaves it to the administrators. */
  linkPreviews: boolean | null;
  /** What previews are made with. */
  programs: Programs;
  areLimitersOn: boolean;
  logLevel: "info" | "warn" | "error" | "silent";
  /** Where people may sign in with an account of another house; null for nowhere. */
  oidc: OidcSettings | null;
}

interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
}

export const settings: readonly Setting[] = [
  { name: "PARLEY_PORT", fallback: "3000", meaning: "port to listen on; 0 takes any free one" },
  { name: "PARLEY_HOST", fallback: "127.0.0.1", meaning: "address to listen on; 0.0.0.0 lets other machines in" },
  {
    name: "PARLEY_URL",
    fallback: "",
    meaning: "public address, such as https://chat.example.org: for links and origin checks",
  },
  {
    name: "PARLEY_TRUSTED_PROXIES",
    fallback: "",
    meaning:
      "whose X-Forwarded-For is believed: addresses and networks with commas between, such as 127.0.0.1,10.0.0.0/8",
  },
  { name: "PARLEY_DATA", fallback: "./data", meaning: "folder that holds everything" },
  {
    name: "PARLEY_REGISTRATION",
    fallback: "",
    meaning: "invite, open or closed; what was chosen at set-up, else invite",
  },
  { name: "PARLEY_SETUP_TOKEN", fallback: "", meaning: "token of the set-up link; random if not given" },
  { name: "PARLEY_DATABASE_URL", fallback: "", meaning: "postgres://…; SQLite in PARLEY_DATA if not given" },
  {
    name: "PARLEY_FILES",
    fallback: "files",
    meaning:
      "for what people share: a folder, in PARLEY_DATA unless it begins with /; or s3://bucket/prefix?endpoint=…",
  },
  {
    name: "PARLEY_S3_KEY_ID",
    fallback: "",
    meaning: "what the storage of files calls this server, if PARLEY_FILES is s3:",
  },
  { name: "PARLEY_S3_SECRET", fallback: "", meaning: "what this server signs with there" },
  { name: "PARLEY_MAX_FILE", fallback: "500 MB", meaning: "largest file" },
  { name: "PARLEY_QUOTA", fallback: "5 GB", meaning: "room for all files of one person" },
  {
    name: "PARLEY_QUOTA_TOTAL",
    fallback: "",
    meaning: "room for all files of all people; as much as the disk holds if not given",
  },
  {
    name: "PARLEY_LINK_PREVIEWS",
    fallback: "",
    meaning: "on or off: whether the server looks behind links; what its administrators chose, else off",
  },
  {
    name: "PARLEY_PREVIEWS",
    fallback: "on",
    meaning: "on or off: previews of films and PDF by ffmpeg and pdftoppm, where these are installed",
  },
  { name: "PARLEY_OIDC_ISSUER", fallback: "", meaning: "OpenID Connect provider to sign in with: https://…" },
  { name: "PARLEY_OIDC_CLIENT_ID", fallback: "", meaning: "what the provider calls this server" },
  { name: "PARLEY_OIDC_CLIENT_SECRET", fallback: "", meaning: "what this server proves that with" },
  { name: "PARLEY_OIDC_NAME", fallback: "", meaning: "what the button says; the provider's host if not given" },
  { name: "PARLEY_LIMITERS", fallback: "on", meaning: "on or off; off is for benchmarks only" },
  { name: "PARLEY_LOG", fallback: "info", meaning: "info, warn, error or silent" },
];

export function helpText(): string {
  const width = Math.max(...settings.map((setting) => setting.name.length));
  const lines = settings.map(({ name, fallback, meaning }) => {
    const by = fallback === "" ? "" : ` (${fallback})`;
    return `  ${name.padEnd(width)}  ${meaning}${by}`;
  });
  return [
    "Parley: a chat server.",
    "",
    "  npm start [-- --help]",
    "",
    "Settings, from the environment:",
    ...lines,
    "",
  ].join("\n");
}

/** Whether `--help` was asked for. Any other option is refused. */
export function wantsHelp(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { help: { type: "boolean", short: "h" } } }).values.help === true;
  } catch {
    throw new ConfigError(`Unknown option: ${args.join(" ")}. The server is set by environment variables; see --help.`);
  }
}

/** Reads every setting; throws ConfigError at the first wrong one. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const value = (name: string) =>
    environment[name] || settings.find((setting) => setting.name === name)?.fallback || "";
  return {
    port: portOf(value("PARLEY_PORT")),
    host: hostOf(value("PARLEY_HOST")),
    url: urlOf(value("PARLEY_URL")),
    trustedProxies: proxiesOf(value("PARLEY_TRUSTED_PROXIES")),
    dataFolder: resolve(value("PARLEY_DATA")),
    registration:
      value("PARLEY_REGISTRATION") === ""
        ? null
        : oneOf("PARLEY_REGISTRATION", value("PARLEY_REGISTRATION"), ["invite", "open", "closed"]),
    setupToken: setupTokenOf(value("PARLEY_SETUP_TOKEN")),
    databaseUrl: databaseUrlOf(value("PARLEY_DATABASE_URL")),
    linkPreviews:
      value("PARLEY_LINK_PREVIEWS") === ""
        ? null
        : oneOf("PARLEY_LINK_PREVIEWS", value("PARLEY_LINK_PREVIEWS"), ["on", "off"]) === "on",
    filesFolder: filesFolderOf(value),
    bucket: bucketOf(value),
    fileLimits: fileLimitsOf(value),
    programs: programsIn(
      oneOf("PARLEY_PREVIEWS", value("PARLEY_PREVIEWS"), ["on", "off"]) === "on" ? environment.PATH : "",
    ),
    areLimitersOn: oneOf("PARLEY_LIMITERS", value("PARLEY_LIMITERS"), ["on", "off"]) === "on",
    logLevel: oneOf("PARLEY_LOG", value("PARLEY_LOG"), ["info", "warn", "error", "silent"]),
    oidc: oidcOf(value),
  };
}

/** The built web client, beside this package. */
export const webFolder = join(import.meta.dirname, "../../web/dist");

/** Archives that people asked for. */
export function exportsFolderIn(dataFolder: string): string {
  return join(dataFolder, "exports");
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new ConfigError(`PARLEY_PORT must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function hostOf(text: string): string {
  if (!/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text) && isIP(text) === 0)
    throw new ConfigError(`PARLEY_HOST must be an address or a name of this machine, not "${text}".`);
  return text;
}

function urlOf(text: string): string | null {
  if (text === "") return null;
  const url = URL.parse(text);
  const isPlain =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username;
  if (!isPlain) throw new ConfigError(`PARLEY_URL must look like https://chat.example.org, not "${text}".`);
  return url.origin;
}

function proxiesOf(text: string): Network[] {
  if (text === "") return [];
  return text.split(",").map((part) => {
    const network = networkOf(part.trim());
    if (network === null)
      throw new ConfigError(`PARLEY_TRUSTED_PROXIES must be like 127.0.0.1 or 10.0.0.0/8, not "${part.trim()}".`);
    return network;
  });
}

function setupTokenOf(text: string): string | null {
  if (text === "") return null;
  if (!/^[A-Za-z0-9_-]{8,200}$/.test(text))
    throw new ConfigError("PARLEY_SETUP_TOKEN must be 8 to 200 letters, digits, - or _.");
  return text;
}

function databaseUrlOf(text: string): string | null {
  if (text === "") return null;
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw new ConfigError("PARLEY_DATABASE_URL must begin with postgres://.");
  return text;
}

/** All that it needs, or nothing. */
function oidcOf(value: (name: string) => string): OidcSettings | null {
  const needed = ["PARLEY_OIDC_ISSUER", "PARLEY_OIDC_CLIENT_ID", "PARLEY_OIDC_CLIENT_SECRET"] as const;
  const given = [...needed, "PARLEY_OIDC_NAME"].find((name) => value(name) !== "");
  if (given === undefined) return null;
  for (const name of needed)
    if (value(name) === "") throw new ConfigError(`${name} must be set, too, when ${given} is.`);
  const [issuer, clientId, clientSecret] = needed.map(value) as [string, string, string];
  const url = URL.parse(issuer);
  const isPlain = url !== null && isTrustedAddress(url) && !url.search && !url.hash && !url.username;
  if (!isPlain) throw new ConfigError(`PARLEY_OIDC_ISSUER must look like https://id.example.org/…, not "${issuer}".`);
  const name = value("PARLEY_OIDC_NAME") || url.host;
  if (name.length > 60 || /\p{Cc}/u.test(name))
    throw new ConfigError("PARLEY_OIDC_NAME must be one line of at most 60 characters.");
  return { issuer, clientId, clientSecret, name };
}

function oneOf<const T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw new ConfigError(`${name} must be ${allowed.join(", ")}, not "${text}".`);
  return found;
}
