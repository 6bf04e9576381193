const RFC_3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)$/;

/** Whether the text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (!year || !month || !day || month > 12) return false;
  return day <= daysOf(year, month);
}

/**
 * The one way to write an instant: in UTC, without a fraction that says nothing. `null` for what is not RFC 3339.
 * A fraction finer than a millisecond is kept.
 */
export function canonicalInstant(text: string): string | null {
  const [, date = '', clock = '', fraction = '', zone = ''] = RFC_3339.exec(text) ?? [];
  if (!isDate(date) || clock.startsWith('24')) return null;
  const instant = Date.parse(`${date}T${clock}${zone.toUpperCase()}`);
  if (Number.isNaN(instant)) return null;
  const seconds = new Date(instant).toISOString().slice(0, -'.000Z'.length);
  // An offset can push the instant out of the years that have four digits.
  if (!isDate(seconds.slice(0, 10))) return null;
  const rest = fraction.replace(/0+$/, '');
  return rest === '' ? `${seconds}Z` : `${seconds}.${rest}Z`;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
