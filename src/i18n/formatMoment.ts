import { dateTimeFormat } from './intl.ts';
import { toMilliseconds, toZonedTime } from './zonedTime.ts';

/** An instant, RFC 3339, in as few words as tell it: the year only where it is not the present one. */
export function formatMoment(value: string, now: number, locale: string, timeZone: string): string {
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
    hour: 'numeric',
    minute: '2-digit',
  }).format(instant);
}
