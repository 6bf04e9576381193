import { numberFormat } from './intl.ts';

/** The most digits after the point that every engine formats. */
const FRACTION_LIMIT = 20;

/** A decimal string with every digit that it has and at least `digits` after the point. Anything else as it is. */
export function formatDecimal(
  value: string,
  locale: string,
  options: Intl.NumberFormatOptions,
  digits = 0,
): string {
  const [, whole = '', fraction = ''] = /^(-?\d{1,300})(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === '') return value;
  const shown = Math.min(Math.max(fraction.length, digits), FRACTION_LIMIT);
  const format = numberFormat(locale, {
    ...options,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  });
  // A decimal string is formatted exactly; a number would have lost digits.
  const head = `${whole}.${fraction.slice(0, FRACTION_LIMIT)}0` as Intl.StringNumericLiteral;
  const text = format.format(head);
  if (fraction.length <= FRACTION_LIMIT && !RIGHT_TO_LEFT_MARK.test(text)) return text;
  const tail = Array.from(fraction.slice(FRACTION_LIMIT), (digit) => numberFormat(locale, {}).format(+digit));
  const runsLeft = RIGHT_TO_LEFT_MARK.test(text);
  return format
    .formatToParts(head)
    .map((part) => {
      if (part.type === 'fraction') return part.value + tail.join('');
      return part.type === 'currency' && runsLeft ? isolated(part.value) : part.value;
    })
    .join('');
}

const RIGHT_TO_LEFT_MARK = /[\u200F\u061C]/;

/** Between Arabic words R$ would read $R. */
function isolated(symbol: string): string {
  return /\p{Script=Latin}/u.test(symbol) ? `\u2068${symbol}\u2069` : symbol;
}

/** Whether it can be asked for its sign. Whether it is in use, nobody knows for good. */
export function isCurrencyCode(currency: string): boolean {
  return /^[a-z]{3}$/i.test(currency);
}

/** How many digits after the point amounts of a currency are written with. */
export function currencyDigits(currency: string): number {
  const format = numberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().minimumFractionDigits ?? 0;
}
