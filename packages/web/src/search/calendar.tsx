import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from "react";
import { IconButton } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./calendar.module.css";
import { calendarMove } from "./calendar-keys.ts";
import { activityLevel, addMonths, firstDayIn, localDate, monthOf, timeOf, weeksOf } from "./month-grid.ts";
import type { Month } from "./use-month.ts";

/** Days of a month in which little is written are not shaded as if it were much. */
const QUIET = 20;

export interface CalendarProps {
  /** The day that has the focus, or gets it. */
  date: string;
  onDate: (date: string) => void;
  month: Month;
  onChoose: (date: string) => void;
}

/** A month as a grid of days (WAI-ARIA practices, date picker): one is the tab stop, arrows and pages move it. */
export function Calendar({ date, onDate, month, onChoose }: CalendarProps) {
  const language = useLanguage();
  const titleId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const hasMoved = useRef(true);
  const formats = useMemo(() => formatsOf(language), [language]);
  const firstDay = useMemo(() => firstDayIn(language), [language]);
  const weeks = weeksOf(monthOf(date), firstDay);
  useEffect(() => {
    if (!hasMoved.current) return;
    hasMoved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus({ preventScroll: true });
  }, [date]);
  const onKeyDown = (event: KeyboardEvent) => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
    const next = calendarMove(event, { date, firstDay, isRightToLeft });
    if (next === null) return;
    event.preventDefault();
    hasMoved.current = true;
    onDate(within(next, month));
  };
  const most = Math.max(QUIET, ...(month.counts?.values() ?? []));
  return (
    <>
      <Head id={titleId} title={formats.month.format(timeOf(date))} date={date} month={month} onDate={onDate} />
      <div className={styles.frame}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: so do the practices, and its cells follow.
          role="grid"
          aria-labelledby={titleId}
          aria-busy={month.counts === null}
          className={styles.grid}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              {(weeks[1] ?? []).map((day) => (
                <th key={day} scope="col" abbr={day === null ? "" : formats.weekday.format(timeOf(day))}>
                  {day !== null && formats.weekdayShort.format(timeOf(day))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find((day) => day !== null)}>
                {week.map((day, at) =>
                  day === null ? (
                    <td key={`none-${keyAt(at)}`} />
                  ) : (
                    <Day
                      key={day}
                      date={day}
                      name={formats.day.format(timeOf(day))}
                      count={month.counts?.get(day) ?? 0}
                      most={most}
                      isTabStop={day === date}
                      onChoose={onChoose}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A week has seven places: their positions are good keys. */
function keyAt(at: number): string {
  return `${at}`;
}

interface HeadProps extends Omit<CalendarProps, "onChoose"> {
  id: string;
  title: string;
}

function Head({ id, title, date, onDate, month }: HeadProps) {
  const { calendar } = useWords().search;
  const go = (months: number) => () => onDate(within(addMonths(date, months), month));
  const isFirst = month.first !== null && monthOf(date) <= monthOf(month.first);
  const isLast = month.last !== null && monthOf(date) >= monthOf(month.last);
  // Those that lead nowhere keep the focus that they have.
  const back = { "aria-disabled": isFirst || month.isEmpty, className: styles.turn };
  const forth = { "aria-disabled": isLast || month.isEmpty, className: styles.turn };
  return (
    <div className={styles.head}>
      <IconButton label={calendar.previousYear} icon={<ChevronsLeft size={18} />} {...back} onClick={go(-12)} />
      <IconButton label={calendar.previousMonth} icon={<ChevronLeft size={18} />} {...back} onClick={go(-1)} />
      <h2 id={id} className={styles.title} aria-live="polite">
        {title}
      </h2>
      <IconButton label={calendar.nextMonth} icon={<ChevronRight size={18} />} {...forth} onClick={go(1)} />
      <IconButton label={calendar.nextYear} icon={<ChevronsRight size={18} />} {...forth} onClick={go(12)} />
    </div>
  );
}

interface DayProps {
  date: string;
  name: string;
  count: number;
  most: number;
  isTabStop: boolean;
  onChoose: (date: string) => void;
}

function Day({ date, name, count, most, isTabStop, onChoose }: DayProps) {
  const { calendar } = useWords().search;
  const isToday = date === localDate(Date.now());
  return (
    <td>
      <button
        type="button"
        className={classes(styles.day, isToday && styles.today)}
        data-date={date}
        data-level={activityLevel(count, most)}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isToday ? "date" : undefined}
        aria-disabled={count === 0}
        aria-label={count === 0 ? calendar.quietDay(name) : calendar.day(name, count)}
        onClick={() => count > 0 && onChoose(date)}
      >
        {Number(date.slice(8))}
      </button>
    </td>
  );
}

/** Not beyond the room's first and last message. */
function within(date: string, { first, last }: Month): string {
  if (first !== null && date < first) return first;
  return last !== null && date > last ? last : date;
}

function formatsOf(language: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  return {
    month: format({ month: "long", year: "numeric" }),
    weekday: format({ weekday: "long" }),
    weekdayShort: format({ weekday: "short" }),
    day: format({ dateStyle: "full" }),
  };
}
