/** So many stretches of time, at most, are told of a voice message. */
const STRETCHES = 64;
/** What is quieter than this, at its loudest, is silence and is not blown up. */
const FLOOR = 24;

/**
 * How loud a recording is over its time: levels from 0 to 255, in so few stretches that they can travel with the
 * message. The loudest is full height, as what is quiet throughout is to be seen too.
 */
export function peaksFrom(levels: readonly number[]): Uint8Array {
  const stretches = Math.max(1, Math.min(STRETCHES, levels.length));
  const peaks = Array.from({ length: stretches }, (_, at) => {
    const from = Math.floor((at * levels.length) / stretches);
    const to = Math.max(from + 1, Math.floor(((at + 1) * levels.length) / stretches));
    return Math.max(0, ...levels.slice(from, to));
  });
  const loudest = Math.max(FLOOR, ...peaks);
  return Uint8Array.from(peaks, (peak) => Math.round((peak / loudest) * 255));
}

export function inBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
