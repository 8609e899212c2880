import { levelOf } from "./decoded-levels.ts";

const EVERY_MS = 50;

/** How loud a microphone is, again and again. Where there is no way to know, it is as if there were silence. */
export class LevelMeter {
  readonly levels: number[] = [];
  readonly #context: AudioContext | null;
  readonly #analyser: AnalyserNode | null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(stream: MediaStream) {
    this.#context = "AudioContext" in window ? new AudioContext() : null;
    this.#analyser = this.#context?.createAnalyser() ?? null;
    if (this.#context && this.#analyser) {
      this.#analyser.fftSize = 2_048;
      this.#context.createMediaStreamSource(stream).connect(this.#analyser);
    }
  }

  start(): void {
    void this.#context?.resume().catch(() => undefined);
    this.#timer = setInterval(() => this.levels.push(this.#level()), EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  close(): void {
    this.stop();
    void this.#context?.close().catch(() => undefined);
  }

  #level(): number {
    if (this.#analyser === null) return 0;
    const samples = new Float32Array(this.#analyser.fftSize);
    this.#analyser.getFloatTimeDomainData(samples);
    return levelOf(samples);
  }
}
