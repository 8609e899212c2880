/** Too much is asked of the outside at once. */
export class BusyError extends Error {}

/** So many at once in all and to one host; the others wait in line, and of those not too many either. */
export class Gate {
  readonly #most: { readonly inAll: number; readonly perHost: number; readonly waiting: number };
  readonly #running = new Map<string, number>();
  readonly #line: { readonly host: string; readonly enter: () => void }[] = [];
  #inAll = 0;

  constructor(most: { inAll: number; perHost: number; waiting: number }) {
    this.#most = most;
  }

  async run<T>(host: string, work: () => Promise<T>): Promise<T> {
    await this.#enter(host);
    try {
      return await work();
    } finally {
      this.#leave(host);
    }
  }

  #isFreeFor(host: string): boolean {
    return this.#inAll < this.#most.inAll && (this.#running.get(host) ?? 0) < this.#most.perHost;
  }

  #enter(host: string): Promise<void> | undefined {
    if (this.#isFreeFor(host)) return void this.#count(host, 1);
    if (this.#line.length >= this.#most.waiting) throw new BusyError("Too many requests wait already.");
    return new Promise((enter) => this.#line.push({ host, enter }));
  }

  #leave(host: string): void {
    this.#count(host, -1);
    const at = this.#line.findIndex((waiting) => this.#isFreeFor(waiting.host));
    const [next] = at < 0 ? [] : this.#line.splice(at, 1);
    if (next === undefined) return;
    this.#count(next.host, 1);
    next.enter();
  }

  #count(host: string, change: 1 | -1): void {
    this.#inAll += change;
    const running = (this.#running.get(host) ?? 0) + change;
    if (running === 0) this.#running.delete(host);
    else this.#running.set(host, running);
  }
}
