import { formatDate } from './format.ts';
import { toZonedTime } from './zonedTime.ts';

/** The day on which an instant, RFC 3339, fell in a time zone. */
export function formatDay(value: string, locale: string, timeZone: string): string {
  const day = toZonedTime(value, timeZone).slice(0, 'YYYY-MM-DD'.length);
  return day === '' ? value : formatDate(day, locale);
}
