import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB and two passes (OWASP password storage cheat sheet). About 13 ms off the main thread. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash that no password matches: verified against when there is no account, so that both answers take the same time. */
export const decoy =
  "$argon2id$v=19$m=19456,t=2,p=1$trWxiG3gc2yq0eSpm+UjVQ$vocR6EQixd9oGwznCFaDTdXrqISBkbxT5ggYnjq46pM";

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether `password` belongs to `stored`; without `stored` it takes as long and answers false. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const isRight = await verify(stored ?? decoy, password);
  return isRight && stored !== undefined;
}
