import { dateTimeFormat } from './intl.ts';
import { toMilliseconds } from './zonedTime.ts';

/** The day on which an instant, RFC 3339, fell, in as few words as tell it: with the year only where it is another. */
export function formatRecentDay(value: string, now: number, locale: string, timeZone: string): string {
  const instant = toMilliseconds(value);
  if (instant === null) return value;
  const { format: yearOf } = dateTimeFormat('en', { calendar: 'gregory', timeZone, year: 'numeric' });
  const isThisYear = yearOf(instant) === yearOf(now);
  return dateTimeFormat(locale, {
    calendar: 'gregory',
    timeZone,
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
  }).format(instant);
}
