/** Times as the person's own locale writes them. */
export const clockTime = (at: number): string =>
  new Date(at).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export const dayName = (at: number): string =>
  new Date(at).toLocaleDateString(undefined, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** The same for two times of one day, here. */
export const dayKey = (at: number): string => new Date(at).toDateString();
