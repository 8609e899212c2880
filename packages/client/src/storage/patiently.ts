/** After each refusal. */
const PAUSES_MS = [50, 250, 1_000] as const;
/** Some versions of WebKit never answer a page's first opening. */
const PATIENCE_MS = 10_000;
const FINAL: ReadonlySet<string> = new Set(["SecurityError", "VersionError"]);

/** Opens what may refuse now and then, as WebKit does while a page reloads; null when it refuses for good. */
export async function patiently<T extends { close(): void }>(open: () => Promise<T>): Promise<T | null> {
  for (const pauseMs of [...PAUSES_MS, null]) {
    try {
      return await inTime(open());
    } catch (error) {
      if (pauseMs === null || (error instanceof DOMException && FINAL.has(error.name))) return null;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return null;
}

/** Null when it takes too long: what opens after that is closed at once. */
function inTime<T extends { close(): void }>(opening: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(null);
      opening.then((late) => late.close()).catch(() => {});
    }, PATIENCE_MS);
    opening.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
