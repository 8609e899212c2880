import { useNow } from "../use-now.ts";
import { dayName, daysBetween } from "../words/times.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

/** What the day of a moment is called: today, yesterday, or its date. */
export function useDayLabel(at: number): string {
  const words = useWords();
  const language = useLanguage();
  const now = useNow(60_000);
  const days = daysBetween(at, now);
  if (days === 0) return words.messages.today;
  return days === 1 ? words.messages.yesterday : dayName(at, now, language);
}
