import { resolve } from "node:path";
import { findProgram } from "../lib/find-program.ts";
import { mostObjectBytes } from "./bucket.ts";
import { ConfigError } from "./config-error.ts";

/** How much people may upload. */
export interface FileLimits {
  readonly maxFileBytes: number;
  /** Of one person, in all. */
  readonly quotaBytes: number;
  /** Of all people; null for as much as the disk holds. */
  readonly totalBytes: number | null;
}

/** Programs of this machine that previews are made with; null for those that are not there, or not wanted. */
export interface Programs {
  readonly ffmpeg: string | null;
  readonly ffprobe: string | null;
  readonly pdftoppm: string | null;
}

type Value = (name: string) => string;

export function fileLimitsOf(value: Value): FileLimits {
  const total = value("PARLEY_QUOTA_TOTAL");
  const maxFileBytes = bytesOf("PARLEY_MAX_FILE", value("PARLEY_MAX_FILE"));
  if (value("PARLEY_FILES").startsWith("s3://") && maxFileBytes > mostObjectBytes)
    throw new ConfigError("PARLEY_MAX_FILE can be at most 5 GiB when PARLEY_FILES is a bucket.");
  return {
    maxFileBytes,
    quotaBytes: bytesOf("PARLEY_QUOTA", value("PARLEY_QUOTA")),
    totalBytes: total === "" ? null : bytesOf("PARLEY_QUOTA_TOTAL", total),
  };
}

/** With a bucket, what is on its way there; else what is there. */
export function filesFolderOf(value: Value): string {
  const text = value("PARLEY_FILES");
  if (text.startsWith("s3://")) return resolve(value("PARLEY_DATA"), "files");
  if (/^[a-z0-9]+:\/\//i.test(text))
    throw new ConfigError(`PARLEY_FILES must be a folder or begin with s3://, not "${text}".`);
  return resolve(value("PARLEY_DATA"), text);
}

/** What is found in the folders of `path`. */
export function programsIn(path: string | undefined): Programs {
  const find = (name: string) => findProgram(name, path);
  return { ffmpeg: find("ffmpeg"), ffprobe: find("ffprobe"), pdftoppm: find("pdftoppm") };
}

/** A number of bytes: `500 MB`, `2 GiB`, `1000000`. */
function bytesOf(name: string, text: string): number {
  const [, digits = "", prefix = "", binary] =
    /^(\d{1,6}(?:\.\d{1,3})?|\d{1,15}) ?(?:([kMGT])(i?)B)?$/.exec(text) ?? [];
  const bytes = Math.floor(
    Number(digits) * (binary === "i" ? 1_024 : 1_000) ** (prefix === "" ? 0 : " kMGT".indexOf(prefix)),
  );
  if (digits === "" || !Number.isSafeInteger(bytes) || bytes === 0)
    throw new ConfigError(`${name} must be a size such as 500 MB or 2 GB, not "${text}".`);
  return bytes;
}
