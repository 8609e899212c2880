/** To hear how loud it is, this is enough. */
const SAMPLES_PER_SECOND = 8_000;
const LEVELS_PER_SECOND = 20;

/**
 * How loud a recording is, from its bytes: for where nothing could be heard while it was made, as in browsers that let
 * nobody listen to a microphone on a machine without a loudspeaker. Nothing where it cannot be decoded.
 */
export async function decodedLevels(recording: Blob): Promise<readonly number[]> {
  try {
    const context = new OfflineAudioContext(1, 1, SAMPLES_PER_SECOND);
    const sound = await context.decodeAudioData(await recording.arrayBuffer());
    return levelsOf(sound.getChannelData(0), SAMPLES_PER_SECOND / LEVELS_PER_SECOND);
  } catch {
    return [];
  }
}

/** The loudest of each so many samples, from 0 to 255. */
export function levelsOf(samples: Float32Array, each: number): readonly number[] {
  return Array.from({ length: Math.ceil(samples.length / each) }, (_, at) =>
    levelOf(samples.subarray(at * each, (at + 1) * each)),
  );
}

/** Ears hear ratios: the root brings what is quiet nearer to what is loud. */
export function levelOf(samples: Float32Array): number {
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return Math.round(Math.min(1, Math.sqrt(loudest)) * 255);
}
