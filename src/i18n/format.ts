import type { Money } from '../model/money.ts';
import { currencyDigits, formatDecimal, isCurrencyCode } from './formatDecimal.ts';
import { dateTimeFormat, listFormat, numberFormat, relativeTimeFormat, toGraphemes } from './intl.ts';
import { toMilliseconds } from './zonedTime.ts';

// Pure: the same arguments, the same text. What cannot be read is given back as it came: a card shows what there is.

/** A day, `YYYY-MM-DD`, in words. No time zone can move it to another day. */
export function formatDate(value: string, locale: string): string {
  const midnight = toMilliseconds(`${value}T00:00:00Z`);
  if (midnight === null) return value;
  const format = dateTimeFormat(locale, { ...day, timeZone: 'UTC', calendar: 'gregory' });
  const zero = numberFormat(locale, {}).format(0);
  return format
    .formatToParts(midnight)
    .map(({ type, value: text }) =>
      type === 'year' && value.startsWith('0') ? text.padStart(4, zero) : text,
    )
    .join('');
}

/** An instant, RFC 3339, in a time zone. `full` names the day of the week and the zone. */
export function formatDateTime(
  value: string,
  locale: string,
  timeZone: string,
  style: 'medium' | 'full' = 'medium',
): string {
  const instant = toMilliseconds(value);
  if (instant === null) return value;
  const options = style === 'full' ? full : { ...day, ...toTimeOptions(locale) };
  // The date field of the browser is Gregorian, so that is how dates are read back too.
  return dateTimeFormat(locale, { ...options, timeZone, calendar: 'gregory' }).format(instant);
}

/** How long ago an instant was. The future is a clock that goes wrong, and reads as now. */
export function formatRelativeTime(value: string, now: number, locale: string): string {
  const instant = toMilliseconds(value);
  if (instant === null) return value;
  const seconds = Math.floor((now - instant) / 1000);
  const span = spans.find(([, length]) => seconds >= length);
  if (!span || seconds < 5) return relativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  // Always a number: 25 hours ago is not always yesterday.
  const [unit, length] = span;
  return relativeTimeFormat(locale, { numeric: 'always' }).format(-Math.floor(seconds / length), unit);
}

/** A decimal string with all its digits. */
export function formatNumber(value: string, locale: string): string {
  return formatDecimal(value, locale, {});
}

/** An amount with all its digits; a currency that is no code of three letters stands before it as it is. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  if (!isCurrencyCode(currency)) return `${currency}\u00A0${formatNumber(amount, locale)}`;
  return formatDecimal(amount, locale, { style: 'currency', currency }, currencyDigits(currency));
}

export function formatList(items: readonly string[], locale: string): string {
  return listFormat(locale, { type: 'conjunction' }).format(items);
}

/** A number of bytes in kilobytes or megabytes of a thousand. */
export function formatSize(bytes: number, locale: string): string {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
  const digits = unit === 'megabyte' ? 1 : 0;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(locale, { style: 'unit', unit, ...fraction }).format(bytes / size);
}

/** Whether nothing of the name can be seen: it is empty, or made of spaces and invisible characters. */
export function isBlankName(name: string): boolean {
  return !VISIBLE.test(name);
}

/** One or two letters for an avatar; `null` for a name that cannot be seen. */
export function initials(name: string): string | null {
  const letters = name
    .slice(0, NAME_LIMIT)
    .split(/[\s\p{Z}]+/u)
    .flatMap(toInitial);
  const [first, last = ''] = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return first === undefined ? null : `${first}${last}`.toUpperCase();
}

/**
 * A foreign text for a sink that is plain text (an accessible name, a title, an announcement), where no `<bdi>`
 * can hold it. Overrides of direction are taken out; a text that runs against the sentence is isolated in it, and
 * one that runs with it stays as it is, so that "Edit Phone" is found by that name.
 */
export function plainText(text: string, dir: 'ltr' | 'rtl' = 'ltr'): string {
  const plain = text.replace(OVERRIDES, '');
  return (dir === 'ltr' ? RIGHT_TO_LEFT : LEFT_TO_RIGHT).test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** The text up to a length in UTF-16 code units, cut between what a reader sees as characters. */
export function clipText(text: string, max = 300): string {
  if (text.length <= max) return text;
  const cut = toGraphemes(text.slice(0, max + 64)).containing(max)?.index;
  return `${text.slice(0, cut || max)}…`;
}

// The styles of `Intl` have months as figures in some languages: is 01/03 in January?
const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const full = { dateStyle: 'full', timeStyle: 'long' } as const;

/** 09:05, but 9:05 AM. */
function toTimeOptions(locale: string) {
  const { hour12 } = dateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  return { hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit' } as const;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const spans = [
  ['year', 365 * DAY],
  ['month', 30.44 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1],
] as const;

const NAME_LIMIT = 300;

function toInitial(word: string): string[] {
  const seen = Array.from(toGraphemes(word), ({ segment }) => segment).filter((it) => !isBlankName(it));
  const initial = seen.find((segment) => /^[\p{L}\p{N}]/u.test(segment)) ?? seen[0];
  return initial === undefined ? [] : [initial];
}

const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{DI}\u2800]/u;
const OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const LEFT_TO_RIGHT =
  /(?![\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}])[\p{L}\p{N}]/u;
