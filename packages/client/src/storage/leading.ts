/**
 * One tab at a time, the next when it goes. Web Locks exist only in secure contexts, and a browser may refuse them: then
 * every tab sends for itself, which costs repeats that the server recognises, and no more.
 */
export async function leadAmongTabs(name: string, signal: AbortSignal, run: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (!locks) return run();
  let hasLed = false;
  const lead = () => {
    hasLed = true;
    return run();
  };
  try {
    await locks.request(name, { signal }, lead);
  } catch (error) {
    if (signal.aborted) return;
    if (hasLed) throw error;
    await run();
  }
}
