import { clockTime, daysBetween, momentName } from "../words/times.ts";
import type { Words } from "../words/words.ts";

/** "today at 18:00", "tomorrow at 9:00", "30 Nov 2026, 09:00"; or that it waits for somebody. */
export function whenName(
  { scheduled: words }: Words,
  sendAt: number | null,
  { name, now, language }: { name: string; now: number; language: string },
): string {
  if (sendAt === null) return words.online(name);
  const days = daysBetween(now, sendAt);
  const time = clockTime(sendAt, language);
  if (days === 0) return words.today(time);
  return days === 1 ? words.tomorrow(time) : momentName(sendAt, language);
}
