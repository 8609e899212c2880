import process from "node:process";

/**
 * Imported before a server whose memory is to be read: on SIGUSR2 it collects its garbage first, so that what is read
 * is what is held, not what has not been swept yet. Needs --expose-gc.
 */
process.on("SIGUSR2", () => {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  console.log("collected");
});
