import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError } from "./config/config-error.ts";
import { helpText, readConfig, settings, wantsHelp } from "./config.ts";

test("nothing set gives what works on one's own machine", () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    url: null,
    trustedProxies: [],
    dataFolder: resolve("data"),
    registration: null,
    setupToken: null,
    databaseUrl: null,
    linkPreviews: null,
    areLimitersOn: true,
    logLevel: "info",
    oidc: null,
    filesFolder: resolve("data/files"),
    bucket: null,
    fileLimits: { maxFileBytes: 500_000_000, quotaBytes: 5_000_000_000, totalBytes: null },
    programs: { ffmpeg: null, ffprobe: null, pdftoppm: null },
  });
});

test("an empty value is none", () => {
  const empty = Object.fromEntries(settings.map(({ name }) => [name, ""]));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

describe("what is good", () => {
  test.each([
    ["PARLEY_PORT", "0", { port: 0 }],
    ["PARLEY_PORT", "65535", { port: 65_535 }],
    ["PARLEY_HOST", "::", { host: "::" }],
    ["PARLEY_HOST", "chat.local", { host: "chat.local" }],
    ["PARLEY_URL", "https://chat.example.org/", { url: "https://chat.example.org" }],
    ["PARLEY_URL", "http://192.168.1.5:3000", { url: "http://192.168.1.5:3000" }],
    [
      "PARLEY_TRUSTED_PROXIES",
      "127.0.0.1, fd00::/8",
      {
        trustedProxies: [
          { address: "127.0.0.1", bits: 32 },
          { address: "fd00::", bits: 8 },
        ],
      },
    ],
    ["PARLEY_DATA", "/srv/parley", { dataFolder: "/srv/parley" }],
    ["PARLEY_FILES", "shared", { filesFolder: resolve("data/shared") }],
    ["PARLEY_FILES", "/srv/files", { filesFolder: "/srv/files" }],
    ["PARLEY_MAX_FILE", "1.5 GiB", { fileLimits: expect.objectContaining({ maxFileBytes: 1.5 * 1_024 ** 3 }) }],
    ["PARLEY_QUOTA", "2 GB", { fileLimits: expect.objectContaining({ quotaBytes: 2_000_000_000 }) }],
    ["PARLEY_QUOTA_TOTAL", "1000000", { fileLimits: expect.objectContaining({ totalBytes: 1_000_000 }) }],
    ["PARLEY_REGISTRATION", "closed", { registration: "closed" }],
    ["PARLEY_SETUP_TOKEN", "abcd_-12", { setupToken: "abcd_-12" }],
    ["PARLEY_DATABASE_URL", "postgresql://me@host/db", { databaseUrl: "postgresql://me@host/db" }],
    ["PARLEY_LINK_PREVIEWS", "on", { linkPreviews: true }],
    ["PARLEY_LINK_PREVIEWS", "off", { linkPreviews: false }],
    ["PARLEY_LIMITERS", "off", { areLimitersOn: false }],
    ["PARLEY_LOG", "silent", { logLevel: "silent" }],
  ])("%s=%s", (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected);
  });
});

describe("a bucket", () => {
  const keys = { PARLEY_S3_KEY_ID: "me", PARLEY_S3_SECRET: "secret" };
  const key = { id: "me", secret: "secret", region: "us-east-1" };
  test.each([
    ["s3://things", { url: "https://s3.us-east-1.amazonaws.com/things/", prefix: "", key }],
    ["s3://things/a/b", { url: "https://s3.us-east-1.amazonaws.com/things/", prefix: "a/b/", key }],
    [
      "s3://things?region=eu-north-1",
      { url: "https://s3.eu-north-1.amazonaws.com/things/", prefix: "", key: { ...key, region: "eu-north-1" } },
    ],
    ["s3://things/?endpoint=http://minio:9000", { url: "http://minio:9000/things/", prefix: "", key }],
  ])("%s", (PARLEY_FILES, bucket) => {
    expect(readConfig({ ...keys, PARLEY_FILES })).toMatchObject({ bucket, filesFolder: resolve("data/files") });
  });

  test.each([
    [{ PARLEY_FILES: "s3://" }],
    [{ PARLEY_FILES: "s3://Things" }],
    [{ PARLEY_FILES: "s3://things/a b" }],
    [{ PARLEY_FILES: "s3://things?endpoint=minio" }],
    [{ PARLEY_FILES: "s3://things?endpoint=https://host/path" }],
    [{ PARLEY_FILES: "s3://things?key=1" }],
    [{ PARLEY_FILES: "s3://things", PARLEY_S3_SECRET: "" }],
    [{ PARLEY_FILES: "s3://things", PARLEY_S3_KEY_ID: "" }],
    [{ PARLEY_FILES: "s3://things", PARLEY_MAX_FILE: "6 GB" }],
    [{ PARLEY_FILES: "gs://things" }],
  ])("%j is refused", (environment) => {
    expect(() => readConfig({ ...keys, ...environment })).toThrow(ConfigError);
  });
});

test("programs are looked for in PATH, unless they are not wanted", () => {
  expect(readConfig({ PATH: "/nowhere:relative" }).programs.ffmpeg).toBe(null);
  expect(readConfig({ PATH: process.env.PATH, PARLEY_PREVIEWS: "off" }).programs).toEqual(readConfig({}).programs);
});

describe("what is wrong", () => {
  test.each([
    ["PARLEY_PORT", "http"],
    ["PARLEY_PORT", "-1"],
    ["PARLEY_PORT", "65536"],
    ["PARLEY_PORT", "3e3"],
    ["PARLEY_HOST", "http://x"],
    ["PARLEY_HOST", "a b"],
    ["PARLEY_URL", "chat.example.org"],
    ["PARLEY_URL", "https://chat.example.org/parley"],
    ["PARLEY_URL", "ftp://chat.example.org"],
    ["PARLEY_URL", "https://me@chat.example.org"],
    ["PARLEY_TRUSTED_PROXIES", "nginx"],
    ["PARLEY_TRUSTED_PROXIES", "127.0.0.1 10.0.0.1"],
    ["PARLEY_TRUSTED_PROXIES", "127.0.0.1,"],
    ["PARLEY_TRUSTED_PROXIES", "0.0.0.0/0"],
    ["PARLEY_FILES", "gs://bucket"],
    ["PARLEY_MAX_FILE", "much"],
    ["PARLEY_MAX_FILE", "0"],
    ["PARLEY_QUOTA", "-1 GB"],
    ["PARLEY_QUOTA_TOTAL", "1e9"],
    ["PARLEY_REGISTRATION", "yes"],
    ["PARLEY_SETUP_TOKEN", "short"],
    ["PARLEY_SETUP_TOKEN", "with spaces in it"],
    ["PARLEY_DATABASE_URL", "mysql://x"],
    ["PARLEY_LIMITERS", "no"],
    ["PARLEY_LOG", "verbose"],
  ])("%s=%s is refused in one line that names it", (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} [^\\n]+$`));
  });
});

describe("a provider of identities", () => {
  const needed = {
    PARLEY_OIDC_ISSUER: "https://id.example.org/realms/one",
    PARLEY_OIDC_CLIENT_ID: "parley",
    PARLEY_OIDC_CLIENT_SECRET: "secret",
  };

  test("is there with all that it needs, under its own name or its host's", () => {
    const { oidc } = readConfig(needed);
    const kept = { issuer: needed.PARLEY_OIDC_ISSUER, clientId: "parley", clientSecret: "secret" };
    expect(oidc).toEqual({ ...kept, name: "id.example.org" });
    expect(readConfig({ ...needed, PARLEY_OIDC_NAME: "Work" }).oidc?.name).toBe("Work");
    const here = "http://127.0.0.1:8080/realms/one";
    expect(readConfig({ ...needed, PARLEY_OIDC_ISSUER: here }).oidc?.issuer).toBe(here);
  });

  test.each(Object.keys(needed))("is refused without %s", (name) => {
    const read = () => readConfig({ ...needed, [name]: "" });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} [^\\n]+$`));
  });

  test.each([
    ["PARLEY_OIDC_ISSUER", "http://id.example.org"],
    ["PARLEY_OIDC_ISSUER", "id.example.org"],
    ["PARLEY_OIDC_ISSUER", "https://me@id.example.org"],
    ["PARLEY_OIDC_ISSUER", "https://id.example.org/?x=1"],
    ["PARLEY_OIDC_NAME", "x".repeat(61)],
  ])("%s=%s is refused", (name, value) => {
    expect(() => readConfig({ ...needed, [name]: value })).toThrow(new RegExp(`^${name} `));
  });

  test("a name alone is none", () => {
    expect(() => readConfig({ PARLEY_OIDC_NAME: "Work" })).toThrow(/^PARLEY_OIDC_ISSUER /);
  });
});

test("help names every setting with its default", () => {
  for (const { name, fallback } of settings) {
    const line = helpText()
      .split("\n")
      .find((one) => one.includes(`  ${name} `));
    expect(line).toContain(fallback === "" ? "" : `(${fallback})`);
  }
});

test("help is asked for by option; any other option is refused", () => {
  expect(wantsHelp([])).toBe(false);
  expect(wantsHelp(["--help"])).toBe(true);
  expect(wantsHelp(["-h"])).toBe(true);
  for (const args of [["--port", "3000"], ["start"], ["--nope"]]) expect(() => wantsHelp(args)).toThrow(ConfigError);
});
