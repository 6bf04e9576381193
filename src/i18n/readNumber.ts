import { NumberParser } from '@internationalized/number';
import { numberFormat } from './intl.ts';

/** Longer than any number that is typed or pasted on purpose. */
const LONGEST = 400;

/**
 * The decimal string of a number that is written as the locale writes numbers, or amounts of `currency`; `null` for
 * anything else, a separator out of place included: `1,5` in English is not fifteen. No float is made on the way.
 */
export function readNumber(text: string, locale: string, currency?: string | undefined): string | null {
  if (text.length > LONGEST) return null;
  const plain = text.replace(/\p{Cf}/gu, '').trim();
  const [, sign = '', body = ''] = /^([-+\u2212]?)\s*(.*)$/su.exec(plain) ?? [];
  if (body === '') return null;
  const symbols = toSymbols(body, locale, currency);
  const read = readParts(sign, body, symbols);
  if (read !== null || /\d/.test(body)) return read;
  // Few keyboards have the separators that belong to these digits: ١٢٣٤.٥ is typed where 1234.5 is.
  const plainBody = toAscii(body, symbols);
  return readParts(sign, plainBody, toSymbols(plainBody, locale, currency));
}

function readParts(sign: string, body: string, symbols: Symbols): string | null {
  const [whole = '', fraction = '0', ...more] = body.split(symbols.decimal);
  const integer = ungroup(toAscii(whole, symbols), symbols);
  if (integer === null || more.length > 0) return null;
  return toDecimal(sign, integer, toAscii(fraction, symbols));
}

/** How a locale writes numbers, in one numbering system. */
interface Symbols {
  /** `digits[7]` is the sign for seven. */
  readonly digits: readonly string[];
  readonly group: RegExp;
  readonly decimal: string;
  /** Digits of the group before the point, and of the groups before that. */
  readonly groupSizes: readonly [last: number, others: number];
}

const known = new Map<string, Symbols>();

/** Chosen by the text too: Arabic digits come with Arabic separators, in any Arabic locale. */
function toSymbols(text: string, locale: string, currency: string | undefined): Symbols {
  const numberingSystem = new NumberParser(locale, {}).getNumberingSystem(text);
  const key = `${locale} ${numberingSystem} ${currency}`;
  const symbols = known.get(key) ?? findSymbols(locale, numberingSystem, currency);
  known.set(key, symbols);
  return symbols;
}

function findSymbols(locale: string, numberingSystem: string, currency: string | undefined): Symbols {
  const style = currency === undefined ? {} : ({ style: 'currency', currency } as const);
  const format = numberFormat(locale, { ...style, numberingSystem, minimumFractionDigits: 2 });
  const parts = format.formatToParts(12345678901.25);
  const textOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const sizes = parts.filter(({ type }) => type === 'integer').map(({ value }) => [...value].length);
  const digitFormat = numberFormat(locale, { numberingSystem });
  return {
    digits: Array.from('0123456789', (digit) => digitFormat.format(+digit)),
    group: toGroupPattern(textOf('group')),
    decimal: textOf('decimal'),
    groupSizes: [sizes.at(-1) ?? 3, sizes.at(-2) ?? 3],
  };
}

/** Leaves separators and everything unknown as it is. */
function toAscii(text: string, { digits }: Symbols): string {
  const toDigit = (sign: string) => (digits.includes(sign) ? String(digits.indexOf(sign)) : sign);
  return Array.from(text, toDigit).join('');
}

/** The digits without their separators; `null` where a separator is out of place. */
function ungroup(text: string, { group, groupSizes }: Symbols): string | null {
  const [first = '', ...rest] = text.split(group);
  if (rest.length === 0) return first === '' ? '0' : first;
  // An Indian number may be grouped the Western way too. `0,123` is somebody's decimal, not a group.
  const isInPlace = groupSizes.some(
    (size) =>
      first.length <= size &&
      rest.every(({ length }, index) => length === (index < rest.length - 1 ? size : groupSizes[0])),
  );
  return isInPlace && /^[1-9]/.test(first) ? first + rest.join('') : null;
}

/** As the model writes decimals: no zero too many, no plus, no minus before zero. */
function toDecimal(sign: string, integer: string, fraction: string): string | null {
  if (!/^\d{1,300}$/.test(integer) || !/^\d+$/.test(fraction)) return null;
  const whole = integer.replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/0+$/, '');
  const digits = rest === '' ? whole : `${whole}.${rest}`;
  return sign === '' || sign === '+' || digits === '0' ? digits : `-${digits}`;
}

/** No keyboard has the narrow space of French or the raised comma of Swiss German. */
function toGroupPattern(group: string): RegExp {
  if (group === '') return /(?!)/;
  if (/\s/.test(group)) return /\s/;
  return /['\u2019]/.test(group) ? /['\u2019]/ : new RegExp(`[${group}]`);
}
