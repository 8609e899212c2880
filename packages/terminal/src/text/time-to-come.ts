/** What a text begins with, as a moment of this machine's clock, and what follows it. */
export interface TimeToCome {
  /** Epoch ms. */
  readonly at: number;
  readonly rest: string;
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const written =
  /^(?:(?:(today|tomorrow|(?:sun|mon|tues|wednes|thurs|fri|satur)day)|(\d{4})-(\d\d)-(\d\d))\s+)?(\d{1,2}):(\d\d)(?:\s+([\s\S]*))?$/i;

/** "18:30 text", "tomorrow 9:00 text", "monday 9:00 text", "2026-12-24 18:00 text"; null for anything else. */
export function timeToCome(text: string, now: number): TimeToCome | null {
  const match = written.exec(text);
  if (!match) return null;
  const [, day = "", year, month, date, hour = "", minute = "", rest = ""] = match;
  const at = new Date(now);
  if (year === undefined) at.setDate(at.getDate() + daysTo(day.toLowerCase(), at.getDay()));
  else at.setFullYear(Number(year), Number(month) - 1, Number(date));
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  if (year !== undefined && (at.getMonth() !== Number(month) - 1 || at.getDate() !== Number(date))) return null;
  at.setHours(Number(hour), Number(minute), 0, 0);
  return { at: at.getTime(), rest: rest.trim() };
}

/** The day of today's name is the next one. */
function daysTo(day: string, today: number): number {
  if (day === "" || day === "today") return 0;
  if (day === "tomorrow") return 1;
  return (weekdays.indexOf(day) - today + 7) % 7 || 7;
}
