/** Days and times in one zone, for people to read. */
export interface Times {
  readonly zone: string;
  day(at: number): string;
  minute(at: number): string;
}

export function timesIn(timeZone: string | null): Times {
  const zone = timeZone ?? "UTC";
  const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: zone });
  const minutes = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });
  return { zone, day: (at) => days.format(at), minute: (at) => minutes.format(at) };
}
