import { dateTimeFormat } from './intl.ts';

// Between an instant and what `<input type="datetime-local">` holds. A zone that is `undefined` is the browser's.

const RFC_3339 = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const DAY = 24 * 60 * 60 * 1000;

/** `YYYY-MM-DDTHH:mm` in the zone, with seconds only where there are some; `''` for what is no instant. */
export function toZonedTime(value: string, timeZone: string | undefined): string {
  const instant = toMilliseconds(value);
  if (instant === null) return '';
  const wall = new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, -1);
  return wall.replace(/(:00)?\.000$/, '');
}

/**
 * RFC 3339 in UTC, or `null`. A time that the clocks skip counts as before the change, as if they had not been set
 * yet; of a time that comes twice the first is meant.
 */
export function fromZonedTime(text: string, timeZone: string | undefined): string | null {
  const hasSeconds = text.length > 'YYYY-MM-DDTHH:mm'.length;
  const wall = toMilliseconds(`${text}${hasSeconds ? '' : ':00'}Z`);
  if (wall === null) return null;
  const before = wall - offsetAt(wall - DAY, timeZone);
  const after = wall - offsetAt(wall + DAY, timeZone);
  const instant = [before, after].find((it) => it + offsetAt(it, timeZone) === wall) ?? before;
  return new Date(instant).toISOString().replace(/\.?0*Z$/, 'Z');
}

/** RFC 3339 as milliseconds since 1970; `null` for anything else, the 30th of February included. */
export function toMilliseconds(value: string): number | null {
  const date = RFC_3339.exec(value)?.[1];
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // Some engines read the 30th of February as a day of March.
  if (date === undefined || Number.isNaN(midnight)) return null;
  if (!new Date(midnight).toISOString().startsWith(date)) return null;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? null : instant;
}

/** How far the clocks of the zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string | undefined): number {
  const parts = dateTimeFormat('en-US', { ...clock, timeZone }).formatToParts(instant);
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  const wall = Date.parse(`${date}T${part('hour')}:${part('minute')}:${part('second')}Z`);
  return wall - Math.floor(instant / 1000) * 1000;
}

const clock = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;
