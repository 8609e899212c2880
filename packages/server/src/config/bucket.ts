import type { AwsKey } from "../lib/aws-signature.ts";
import { ConfigError } from "./config-error.ts";

/** A bucket of an S3-compatible storage. */
export interface BucketSettings {
  /** Of the bucket, with a slash at its end. */
  readonly url: string;
  /** What the name of every object begins with: empty, or ending in a slash. */
  readonly prefix: string;
  readonly key: AwsKey;
}

/** The largest that S3 takes in one piece. */
export const mostObjectBytes = 5 * 2 ** 30;

const usage = "s3://bucket/prefix?endpoint=https://s3.example.org&region=us-east-1";

/** Null if `PARLEY_FILES` is no bucket. */
export function bucketOf(value: (name: string) => string): BucketSettings | null {
  const text = value("PARLEY_FILES");
  if (!text.startsWith("s3://")) return null;
  const [, name = "", path = "", query = ""] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:\/[\w.-]+)*)\/?(?:\?(.*))?$/.exec(text) ?? [];
  const { endpoint, region = "us-east-1", ...others } = Object.fromEntries(new URLSearchParams(query));
  const address = URL.parse(endpoint ?? `https://s3.${region}.amazonaws.com`);
  const isAddress =
    address !== null && /^https?:$/.test(address.protocol) && address.pathname === "/" && !address.search;
  if (name === "" || !isAddress || !/^[a-z0-9-]{1,40}$/.test(region) || Object.keys(others).length > 0)
    throw new ConfigError(`PARLEY_FILES must be a folder, or like ${usage}, not "${text}".`);
  const [id, secret] = [value("PARLEY_S3_KEY_ID"), value("PARLEY_S3_SECRET")];
  if (id === "" || secret === "")
    throw new ConfigError("PARLEY_S3_KEY_ID and PARLEY_S3_SECRET must be set, too, when PARLEY_FILES is a bucket.");
  return {
    url: `${address.origin}/${name}/`,
    prefix: path === "" ? "" : `${path.slice(1)}/`,
    key: { id, secret, region },
  };
}
