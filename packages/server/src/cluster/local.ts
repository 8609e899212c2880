import type { Cluster, Rate } from "./cluster.ts";

interface Bucket {
  tokens: number;
  /** Epoch ms when `tokens` was true. */
  at: number;
}

/** So many keys are remembered; the oldest goes first. Forgetting a bucket only fills it. */
const mostBuckets = 100_000;

/** One node: token buckets in memory. */
export function localCluster(): Cluster {
  const buckets = new Map<string, Bucket>();
  return {
    take(key: string, rate: Rate, now: number): number {
      const perMs = rate.perMinute / 60_000;
      const bucket = buckets.get(key) ?? { tokens: rate.burst, at: now };
      // A clock that jumps back refills nothing and takes nothing away.
      bucket.tokens = Math.min(rate.burst, bucket.tokens + Math.max(0, now - bucket.at) * perMs);
      bucket.at = now;
      buckets.delete(key);
      buckets.set(key, bucket);
      if (buckets.size > mostBuckets)
        for (const oldest of buckets.keys()) {
          buckets.delete(oldest);
          break;
        }
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perMs);
      bucket.tokens -= 1;
      return 0;
    },
  };
}
