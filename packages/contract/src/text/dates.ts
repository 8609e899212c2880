const dayMs = 86_400_000;

/** Whether this names a time zone (IANA), such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    clockIn(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether this is a day that there is, written `2026-03-14`. */
export function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(at) && dateOf(at) === text;
}

/** The day that a moment (epoch ms) falls on in a time zone. */
export function dateIn(at: number, timeZone: string): string {
  return dateOf(clockIn(timeZone)(at));
}

/**
 * The moment (epoch ms) at which a day begins in a time zone: midnight, or the first moment after it where the clocks
 * leave midnight out; the earlier one where they show it twice.
 */
export function dayStart(date: string, timeZone: string): number {
  const clock = clockIn(timeZone);
  const midnight = Date.parse(`${date}T00:00Z`);
  const guesses = [midnight - dayMs, midnight + dayMs]
    .map((near) => midnight - (clock(near) - near))
    .sort((one, other) => one - other);
  return guesses.find((at) => dateOf(clock(at)) === date) ?? midnight;
}

/** The day so many days after another (before it, if negative). */
export function dateAfter(date: string, days: number): string {
  return dateOf(Date.parse(`${date}T00:00Z`) + days * dayMs);
}

function dateOf(utc: number): string {
  return new Date(utc).toISOString().slice(0, 10);
}

/** Says what the clocks of a zone show at a moment, as if it were UTC. */
function clockIn(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (at) => {
    const shown: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(at)) shown[type] = value;
    const { year = "", month, day, hour, minute, second } = shown;
    return Date.parse(`${year.padStart(4, "0")}-${month}-${day}T${hour}:${minute}:${second}Z`);
  };
}
