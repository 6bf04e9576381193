import { dateTimeFormat } from './intl.ts';
import { toMilliseconds, toZonedTime } from './zonedTime.ts';

/** The day on which an instant, RFC 3339, fell, in as few words as tell it: with the year only where it is another. */
export function formatRecentDay(value: string, now: number, locale: string, timeZone: string): string {
  const instant = toMilliseconds(value);
  if (instant === null) return value;
  const yearOf = (time: string) => toZonedTime(time, timeZone).slice(0, 4);
  const isThisYear = yearOf(value) === yearOf(new Date(now).toISOString());
  return dateTimeFormat(locale, {
    calendar: 'gregory',
    timeZone,
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
  }).format(instant);
}
