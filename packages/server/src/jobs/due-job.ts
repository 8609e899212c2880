import type { Clock } from "../lib/clock.ts";
import type { Job } from "./job.ts";

/** So late anything may be; it looks at the clock this often, as a timer of hours would sleep through a changed clock. */
const lookMs = 250;
/** After a failure, such as a database that is away. */
const restMs = 2_000;

export interface DueWork {
  readonly clock: Clock;
  /** When the next piece is due (epoch ms); null when there is none. */
  nextDue(): Promise<number | null>;
  /** Does one bounded piece of what is due. It is asked again while more is. */
  run(): Promise<void>;
  failed(error: unknown): void;
}

/** Does pieces of work when they are due, one after another. With nothing to come it has no timer. */
export class DueJob implements Job {
  readonly #work: DueWork;
  #dueAt = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #piece: Promise<void> | null = null;
  #isStopped = false;

  constructor(work: DueWork) {
    this.#work = work;
  }

  start(): void {
    this.wake(this.#work.clock.now());
  }

  wake(at: number): void {
    this.#dueAt = Math.min(this.#dueAt, at);
    this.#sleep();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#piece;
  }

  #sleep(): void {
    const isIdle = this.#timer === undefined && this.#piece === null && !this.#isStopped;
    if (!isIdle || this.#dueAt === Number.POSITIVE_INFINITY) return;
    const inMs = Math.max(0, this.#dueAt - this.#work.clock.now());
    this.#timer = setTimeout(() => this.#look(), Math.min(inMs, lookMs));
  }

  #look(): void {
    this.#timer = undefined;
    if (this.#dueAt <= this.#work.clock.now()) this.#piece = this.#run();
    else this.#sleep();
  }

  async #run(): Promise<void> {
    // What is woken for from here on may be too late for this piece.
    this.#dueAt = Number.POSITIVE_INFINITY;
    try {
      await this.#work.run();
      this.wake((await this.#work.nextDue()) ?? Number.POSITIVE_INFINITY);
    } catch (error) {
      this.#work.failed(error);
      this.wake(this.#work.clock.now() + restMs);
    } finally {
      this.#piece = null;
      this.#sleep();
    }
  }
}
