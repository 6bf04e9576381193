import type { Money } from '../model/money.ts';
import type {
  Checked,
  CustomInput,
  PlainReasonCode,
  Reason,
  Variable,
  VariableType,
  VariableValue,
} from '../model/variable.ts';
import { currencyDigits, formatDecimal, isCurrencyCode } from './formatDecimal.ts';
import { numberFormat } from './intl.ts';
import { readNumber } from './readNumber.ts';
import { fromZonedTime, toZonedTime } from './zonedTime.ts';

/**
 * What an editor holds, by type: `currency` a {@link MoneyInput}, `boolean` a boolean or `null`, `select` an id or
 * `null`, `multiselect` ids, `date` `YYYY-MM-DD`, `datetime` what a datetime-local field holds, a type of the host's
 * own what the host says in `VariableTypes`, all others text.
 */
export type EditorInput = string | boolean | null | readonly string[] | MoneyInput | CustomInput;

export interface MoneyInput {
  /** As typed. */
  readonly amount: string;
  /** ISO 4217 code, or `''` while none is chosen. */
  readonly currency: string;
}

/** Reads a number as the locale writes it. What is not one is refused, and never becomes 0. */
export function parseNumber(text: string, locale: string): Checked<string> {
  return accept(readNumber(text, locale), 'not-a-number');
}

/** Reads an amount as the locale writes it, with or without the sign or code of its currency. */
export function parseMoney(text: string, currency: string, locale: string): Checked<Money> {
  const code = currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) return refuse('not-a-currency');
  const bare = withoutCurrency(text, code, locale);
  // Some locales group amounts in another way than numbers.
  const amount = readNumber(bare, locale, code) ?? readNumber(bare, locale);
  return amount === null ? refuse('not-a-number') : { ok: true, value: { amount, currency: code } };
}

/**
 * What is in an editor as a value of the variable's type, which `checkVariable` of the model then judges. An editor
 * that was emptied means unset. Without a `timeZone` that of the browser holds. `editor` reads a type that is not ours.
 */
export function parseVariable(
  variable: Variable,
  input: EditorInput,
  locale: string,
  timeZone?: string | undefined,
  editor: Pick<Editor, 'parse'> | null = toEditor(variable),
): Checked<VariableValue> {
  if (!editor) return refuse('unsupported');
  if (isEmpty(input)) return { ok: true, value: isEmpty(variable.value) ? variable.value : null };
  return editor.parse(input, { locale, timeZone });
}

/** What the editor of a variable holds when it opens on a value. */
export function toInput(
  variable: Pick<Variable, 'type'>,
  value: VariableValue,
  locale: string,
  timeZone?: string | undefined,
): EditorInput {
  return toEditor(variable)?.open(value, { locale, timeZone }) ?? null;
}

interface Place {
  readonly locale: string;
  readonly timeZone: string | undefined;
}

interface Editor {
  readonly open: (value: VariableValue, place: Place) => EditorInput;
  readonly parse: (input: NonNullable<EditorInput>, place: Place) => Checked<VariableValue>;
}

const text: Editor = { open: toText, parse: readingText((typed) => typed, 'unsupported') };
const trimmed: Editor = { open: toText, parse: readingText((typed) => typed.trim(), 'unsupported') };

/** One row a type. */
const editors: { readonly [T in VariableType]: Editor } = {
  string: text,
  text,
  phone: trimmed,
  email: trimmed,
  url: trimmed,
  number: {
    open: (value, { locale }) => toNumberText(toText(value), locale, 0),
    parse: readingText((typed, { locale }) => readNumber(typed, locale), 'not-a-number'),
  },
  currency: {
    open: (value, { locale }) => toMoneyInput(value, locale),
    parse: (input, { locale }) =>
      isMoney(input) ? parseMoney(input.amount, input.currency, locale) : refuse('unsupported'),
  },
  boolean: {
    open: (value) => (typeof value === 'boolean' ? value : null),
    parse: (input) => (typeof input === 'boolean' ? { ok: true, value: input } : refuse('unsupported')),
  },
  date: trimmed,
  datetime: {
    open: (value, { timeZone }) => toZonedTime(toText(value), timeZone),
    parse: readingText((typed, { timeZone }) => fromZonedTime(typed, timeZone), 'not-a-time'),
  },
  select: {
    open: (value) => (typeof value === 'string' ? value : null),
    parse: readingText((id) => id, 'not-an-option'),
  },
  multiselect: {
    open: (value) => (Array.isArray(value) ? value : []),
    parse: (input) => (Array.isArray(input) ? { ok: true, value: input } : refuse('not-an-option')),
  },
};

function toEditor({ type }: Pick<Variable, 'type'>): Editor | null {
  return Object.hasOwn(editors, type) ? editors[type as VariableType] : null;
}

function readingText(
  read: (typed: string, place: Place) => string | null,
  code: PlainReasonCode,
): Editor['parse'] {
  return (input, place) => accept(typeof input === 'string' ? read(input, place) : null, code);
}

function toText(value: VariableValue): string {
  return typeof value === 'string' ? value : '';
}

function toMoneyInput(value: VariableValue, locale: string): MoneyInput {
  if (!isMoney(value)) return { amount: '', currency: '' };
  const { amount, currency } = value;
  const digits = isCurrencyCode(currency) ? currencyDigits(currency) : 0;
  return { amount: toNumberText(amount, locale, digits), currency };
}

/** As it is typed: without separators, and without the invisible marks that some locales put around a minus. */
function toNumberText(value: string, locale: string, digits: number): string {
  return formatDecimal(value, locale, { useGrouping: false }, digits).replace(/\p{Cf}/gu, '');
}

/** The amount without the sign or the code of its own currency; another currency's stays, and is no number. */
function withoutCurrency(text: string, currency: string, locale: string): string {
  const [, sign = '', amount = ''] = /^([-+\u2212]?)(.*)$/su.exec(text.replace(/\p{Cf}/gu, '').trim()) ?? [];
  const marks = (['code', 'symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
    numberFormat(locale, { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .flatMap(({ type, value }) => (type === 'currency' ? [value.replace(/\p{Cf}/gu, '')] : [])),
  );
  const bare = amount.trim();
  const folded = bare.toUpperCase();
  const before = marks.find((mark) => folded.startsWith(mark.toUpperCase()));
  if (before !== undefined) return sign + bare.slice(before.length).trimStart();
  const after = marks.find((mark) => folded.endsWith(mark.toUpperCase()));
  return sign + (after === undefined ? bare : bare.slice(0, -after.length));
}

function isEmpty(input: EditorInput): input is null | '' | readonly never[] {
  if (input === null) return true;
  if (isMoney(input)) return input.amount.trim() === '';
  return typeof input === 'string' ? input.trim() === '' : Array.isArray(input) && input.length === 0;
}

function isMoney(input: EditorInput): input is MoneyInput {
  return typeof input === 'object' && input !== null && 'amount' in input && typeof input.amount === 'string';
}

function accept(value: string | null, code: PlainReasonCode): Checked<string> {
  return value === null ? refuse(code) : { ok: true, value };
}

function refuse(code: PlainReasonCode): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason: { code } };
}
