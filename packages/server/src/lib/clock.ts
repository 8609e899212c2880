/** The only place that reads the time. Epoch milliseconds. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A moment as what libraries ask for. */
export function dateAt(at: number): Date {
  return new Date(at);
}
