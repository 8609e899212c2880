import { decodedLevels } from "./decoded-levels.ts";
import { LevelMeter } from "./level-meter.ts";
import { NoSoundError, openMicrophone, recordedType } from "./microphone.ts";
import { withDuration } from "./webm-duration.ts";

/** Speech is clear at this, and an hour of it is 14 MB. */
const BITS_PER_SECOND = 32_000;
/** Longer than this nobody speaks: the microphone was forgotten. */
export const LONGEST_MS = 3_600_000;

/** More than this, decoded, is too much for a phone. */
const LONGEST_DECODED_MS = 600_000;

export interface Recorded {
  readonly bytes: Blob;
  readonly durationMs: number;
  /** From 0 to 255, over its time. */
  readonly levels: readonly number[];
}

/** One recording, from the microphone that opens to the bytes that there are in the end. */
export class Recording {
  readonly #stream: MediaStream;
  readonly #recorder: MediaRecorder;
  readonly #meter: LevelMeter;
  readonly #pieces: Blob[] = [];
  #beforeMs = 0;
  #since: number | null = null;

  private constructor(stream: MediaStream, type: string) {
    this.#stream = stream;
    this.#recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS_PER_SECOND });
    this.#recorder.addEventListener("dataavailable", ({ data }) => {
      if (data.size > 0) this.#pieces.push(data);
    });
    this.#meter = new LevelMeter(stream);
  }

  /** Throws a NoSoundError. */
  static async begin(): Promise<Recording> {
    const type = recordedType();
    const stream = await openMicrophone();
    try {
      const recording = new Recording(stream, type);
      await recording.#begin();
      return recording;
    } catch {
      for (const track of stream.getTracks()) track.stop();
      throw new NoSoundError("failed");
    }
  }

  get elapsedMs(): number {
    return this.#beforeMs + (this.#since === null ? 0 : performance.now() - this.#since);
  }

  /** From 0 to 255, a few each second. */
  get levels(): readonly number[] {
    return this.#meter.levels;
  }

  /** Nothing more can come: the microphone was taken away. */
  get isOver(): boolean {
    return this.#recorder.state === "inactive";
  }

  /** Calls when the microphone is taken away. */
  onOver(listener: () => void): void {
    this.#recorder.addEventListener("stop", listener);
  }

  /** Stops for a while; answers what there is so far. */
  async pause(): Promise<Recorded> {
    this.#halt();
    if (this.#recorder.state === "recording") this.#recorder.pause();
    if (this.#recorder.state !== "inactive") {
      const flushed = next(this.#recorder, "dataavailable");
      this.#recorder.requestData();
      await flushed;
    }
    return this.#recorded();
  }

  resume(): void {
    this.#recorder.resume();
    this.#go();
  }

  /** All of it. The microphone is closed. */
  async finish(): Promise<Recorded> {
    this.#halt();
    if (this.#recorder.state !== "inactive") {
      const stopped = next(this.#recorder, "stop");
      this.#recorder.stop();
      await stopped;
    }
    this.#close();
    return this.#recorded();
  }

  discard(): void {
    this.#halt();
    if (this.#recorder.state !== "inactive") this.#recorder.stop();
    this.#close();
  }

  async #begin(): Promise<void> {
    const started = next(this.#recorder, "start");
    this.#recorder.start();
    await started;
    this.#go();
  }

  #go(): void {
    this.#since = performance.now();
    this.#meter.start();
  }

  #halt(): void {
    this.#beforeMs = this.elapsedMs;
    this.#since = null;
    this.#meter.stop();
  }

  #close(): void {
    for (const track of this.#stream.getTracks()) track.stop();
    this.#meter.close();
  }

  async #recorded(): Promise<Recorded> {
    // Without its parameters, which say nothing that is not in the bytes.
    const type = this.#recorder.mimeType.split(";")[0] ?? "";
    const durationMs = Math.round(this.elapsedMs);
    const bytes = await withDuration(new Blob(this.#pieces, { type }), durationMs);
    const heard = this.levels.some((level) => level > 0) || durationMs > LONGEST_DECODED_MS;
    return { bytes, durationMs, levels: heard ? [...this.levels] : await decodedLevels(bytes) };
  }
}

function next(recorder: MediaRecorder, name: "start" | "stop" | "dataavailable"): Promise<Event> {
  return new Promise((resolve) => recorder.addEventListener(name, resolve, { once: true }));
}
