import { dateAfter } from "@parley/contract";
import { addMonths, dayOfWeek } from "./month-grid.ts";

export interface CalendarPlace {
  readonly date: string;
  /** Of the week: 1 is Monday, 7 is Sunday. */
  readonly firstDay: number;
  readonly isRightToLeft: boolean;
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** The day that a key leads to (WAI-ARIA practices, date picker); null for keys of somebody else. */
export function calendarMove({ key, shiftKey }: Key, { date, firstDay, isRightToLeft }: CalendarPlace): string | null {
  const forth = isRightToLeft ? -1 : 1;
  const inWeek = dayOfWeek(date, firstDay);
  switch (key) {
    case "ArrowRight":
      return dateAfter(date, forth);
    case "ArrowLeft":
      return dateAfter(date, -forth);
    case "ArrowDown":
      return dateAfter(date, 7);
    case "ArrowUp":
      return dateAfter(date, -7);
    case "Home":
      return dateAfter(date, -inWeek);
    case "End":
      return dateAfter(date, 6 - inWeek);
    case "PageDown":
      return addMonths(date, shiftKey ? 12 : 1);
    case "PageUp":
      return addMonths(date, shiftKey ? -12 : -1);
    default:
      return null;
  }
}
