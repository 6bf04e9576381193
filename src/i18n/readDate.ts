import { dateTimeFormat, numberFormat } from './intl.ts';
import { toMilliseconds } from './zonedTime.ts';

type Part = 'year' | 'month' | 'day';

/**
 * The day, `YYYY-MM-DD`, that a text names in figures: ISO, or in the order of the locale. Where that order names
 * no day, the one with day and month exchanged does if there is one: 13/05 is May anywhere. Without a year it is
 * that of `today` (`YYYY-MM-DD`). `null` for anything else.
 */
export function readDate(text: string, locale: string, today: string): string | null {
  const figures = toAscii(text.replace(/\p{Cf}/gu, '').trim(), locale);
  const [, a, b, c] = /^(\d{1,4})\s*[-./]\s*(\d{1,4})(?:\s*[-./]\s*(\d{1,4}))?\.?$/.exec(figures) ?? [];
  if (a === undefined || b === undefined) return null;
  const order = toOrder(locale, a.length === 4, c !== undefined);
  const values = [a, b, c].filter((figure) => figure !== undefined);
  return toDay(values, order, today) ?? toDay(values, exchanged(order), today);
}

function toOrder(locale: string, startsWithYear: boolean, hasYear: boolean): readonly Part[] {
  if (startsWithYear && hasYear) return ['year', 'month', 'day'];
  const parts = dateTimeFormat(locale, {
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(0);
  const order = parts.flatMap(({ type }) => (isPart(type) ? [type] : []));
  return hasYear ? order : order.filter((part) => part !== 'year');
}

function toDay(figures: readonly string[], order: readonly Part[], today: string): string | null {
  const find = (part: Part) => figures[order.indexOf(part)];
  const [year, month, day] = [find('year') ?? today.slice(0, 4), find('month'), find('day')];
  if (!month || !day || month.length > 2 || day.length > 2 || year.length === 3 || year.length === 1)
    return null;
  const date = `${toFullYear(year, today)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return toMilliseconds(`${date}T00:00:00Z`) === null ? null : date;
}

/** Of two figures, the last year that is not more than ten ahead: birthdays are past, appointments are near. */
function toFullYear(year: string, today: string): string {
  if (year.length === 4) return year;
  const latest = Number(today.slice(0, 4)) + 10;
  const century = Math.floor(latest / 100) * 100;
  const candidate = century + Number(year);
  return String(candidate > latest ? candidate - 100 : candidate);
}

function exchanged(order: readonly Part[]): readonly Part[] {
  const swap = { year: 'year', month: 'day', day: 'month' } as const;
  return order.map((part) => swap[part]);
}

function isPart(type: string): type is Part {
  return type === 'year' || type === 'month' || type === 'day';
}

/** Digits of the locale, such as the Arabic ones, as ours. */
function toAscii(text: string, locale: string): string {
  const digits = Array.from('0123456789', (digit) =>
    numberFormat(locale, { useGrouping: false }).format(+digit),
  );
  return Array.from(text, (sign) => (digits.includes(sign) ? digits.indexOf(sign) : sign)).join('');
}
