import { formatDateTime } from './format.ts';
import { dateTimeFormat } from './intl.ts';

/** An instant in milliseconds, in as few words as tell it: the time of day, with the day where it is another one. */
export function formatRecentTime(instant: number, now: number, locale: string, timeZone: string): string {
  const day = dateTimeFormat(locale, { dateStyle: 'short', timeZone });
  if (day.format(instant) !== day.format(now)) {
    return formatDateTime(new Date(instant).toISOString(), locale, timeZone);
  }
  return dateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(instant);
}
