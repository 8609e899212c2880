import type { Availability, Profile } from "@parley/contract";
import { relativeTime } from "../words/times.ts";
import type { Words } from "../words/words.ts";

/** "online", or when they were here last, as far as it is for me; for offline with nothing known, just that. */
export function presenceWords(
  words: Words,
  language: string,
  { availability, lastSeenAt, now }: Pick<Profile, "lastSeenAt"> & { availability: Availability; now: number },
): string {
  if (availability !== "offline" || lastSeenAt === null) return words.rooms.availability[availability];
  return words.profile.lastSeen(relativeTime(lastSeenAt, now, language));
}

/** "14:05" where they are; null where that is the reader's own time, or the browser does not know the place. */
export function localTime(timeZone: string | null, now: number, language: string): string | null {
  if (timeZone === null || timeZone === Intl.DateTimeFormat().resolvedOptions().timeZone) return null;
  try {
    return new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone }).format(now);
  } catch {
    return null;
  }
}
