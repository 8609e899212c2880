/** A time that is offered without having to be entered. */
export interface Moment {
  readonly name: "evening" | "tomorrow" | "monday";
  /** Epoch ms. */
  readonly at: number;
}

const soonMs = 30 * 60_000;

/** Today at six, tomorrow at nine, next Monday at nine; not what has nearly come, and nothing twice. */
export function momentsAfter(now: number): readonly Moment[] {
  const evening: Moment = { name: "evening", at: dayAt(now, 0, 18) };
  const tomorrow: Moment = { name: "tomorrow", at: dayAt(now, 1, 9) };
  const monday: Moment = { name: "monday", at: dayAt(now, daysToMonday(now), 9) };
  return [...(evening.at > now + soonMs ? [evening] : []), tomorrow, ...(monday.at === tomorrow.at ? [] : [monday])];
}

/** What the fields for a date and a time hold, in the reader's time zone. */
export interface Entered {
  readonly date: string;
  readonly time: string;
}

export function enteredAt(at: number): Entered {
  const day = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    date: `${String(day.getFullYear()).padStart(4, "0")}-${two(day.getMonth() + 1)}-${two(day.getDate())}`,
    time: `${two(day.getHours())}:${two(day.getMinutes())}`,
  };
}

/** Epoch ms; null for what is no time. */
export function momentOf({ date, time }: Entered): number | null {
  const at = new Date(`${date}T${time}`).getTime();
  return Number.isNaN(at) ? null : at;
}

/** The next full hour that is not nearly there. */
export function nextHour(now: number): number {
  const day = new Date(now + soonMs);
  return day.setHours(day.getHours() + 1, 0, 0, 0);
}

function dayAt(now: number, days: number, hour: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return day.setHours(hour, 0, 0, 0);
}

function daysToMonday(now: number): number {
  return (8 - new Date(now).getDay()) % 7 || 7;
}
