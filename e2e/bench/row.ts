/** One line of the table: what was promised, and what came out. */
export interface Row {
  readonly row: string;
  readonly what: string;
  readonly against: string;
  readonly reach: string;
  readonly later: string;
  readonly measured: string;
  readonly isMet: boolean;
}

export interface Settings {
  /** Interleaved slices per server; the median counts. */
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly idleConnections: number;
  readonly stormConnections: number;
  readonly storedMessages: number;
}

export function settings(isQuick: boolean): Settings {
  return isQuick
    ? {
        rounds: 1,
        warmUpMs: 700,
        measureMs: 1_500,
        idleConnections: 2_000,
        stormConnections: 600,
        storedMessages: 100_000,
      }
    : {
        rounds: 3,
        warmUpMs: 1_500,
        measureMs: 3_000,
        idleConnections: 10_000,
        stormConnections: 2_000,
        storedMessages: 1_000_000,
      };
}

export function ratio(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ×`;
}
