import { canonicalDecimal } from './decimal.ts';
import { isEmail } from './email.ts';
import type { Money } from './money.ts';
import { isPhone } from './phone.ts';
import { safeUrl } from './safeUrl.ts';
import { canonicalInstant, isDate } from './time.ts';
import type { PlainReasonCode, Reason, Variable, VariableType, VariableValue } from './variable.ts';

/** A pattern of the host can be slow: it never sees a text longer than this. */
const PATTERN_LIMIT = 1000;

/** What a type makes of a value: `read` knows the shape, `check` also what this variable allows. */
export interface Rule {
  readonly read: (value: NonNullable<VariableValue>) => NonNullable<VariableValue> | Reason;
  readonly check?: ((variable: Variable, value: NonNullable<VariableValue>) => Reason | null) | undefined;
}

/** One row a type: everything that tells the types apart. */
export const variableRules: { readonly [T in VariableType]: Rule } = {
  string: { read: readText, check: checkText },
  text: { read: readText, check: checkText },
  number: { read: reading(canonicalDecimal, 'not-a-number') },
  currency: { read: readMoney },
  boolean: { read: (value) => (typeof value === 'boolean' ? value : { code: 'unsupported' }) },
  date: { read: reading((text) => (isDate(text) ? text : null), 'not-a-date') },
  datetime: { read: reading(canonicalInstant, 'not-a-time') },
  phone: { read: readText, check: checkingText(isPhone, 'not-a-phone') },
  email: { read: readText, check: checkingText(isEmail, 'not-an-email') },
  url: { read: readText, check: checkingText((text) => safeUrl(text) !== null, 'not-a-url') },
  select: { read: readText, check: checkOptions },
  multiselect: { read: readIds, check: checkOptions },
};

function reading(canonical: (text: string) => string | null, code: PlainReasonCode): Rule['read'] {
  return (value) => (typeof value === 'string' && canonical(value)) || { code };
}

function readText(value: NonNullable<VariableValue>): string | Reason {
  return typeof value === 'string' ? value : { code: 'unsupported' };
}

function readMoney(value: NonNullable<VariableValue>): Money | Reason {
  if (typeof value !== 'object' || !('amount' in value)) return { code: 'unsupported' };
  const amount = typeof value.amount === 'string' ? canonicalDecimal(value.amount) : null;
  if (amount === null) return { code: 'not-a-number' };
  const currency = typeof value.currency === 'string' ? value.currency.toUpperCase() : '';
  return /^[A-Z]{3}$/.test(currency) ? { amount, currency } : { code: 'not-a-currency' };
}

function readIds(value: NonNullable<VariableValue>): readonly string[] | Reason {
  return isIds(value) ? [...new Set(value)].sort() : { code: 'not-an-option' };
}

function checkingText(fits: (text: string) => boolean, code: PlainReasonCode): Rule['check'] {
  return (variable, value) => (value === '' || fits(String(value)) ? checkText(variable, value) : { code });
}

function checkText(variable: Variable, value: NonNullable<VariableValue>): Reason | null {
  const { maxLength = Infinity, pattern, hint } = variable;
  const text = String(value);
  if (text.length > maxLength) return { code: 'too-long', max: maxLength };
  const expected = pattern === undefined ? null : toRegExp(pattern);
  if (!expected || text === '') return null;
  if (text.length > PATTERN_LIMIT) return { code: 'too-long', max: PATTERN_LIMIT };
  return expected.test(text) ? null : { code: 'pattern', hint };
}

function checkOptions(variable: Variable, value: NonNullable<VariableValue>): Reason | null {
  // An option that was retired may stay where it is already set.
  const known = new Set([...toIds(variable.value), ...(variable.options ?? []).map(({ id }) => id)]);
  return toIds(value).every((id) => known.has(id)) ? null : { code: 'not-an-option' };
}

function toRegExp(pattern: string): RegExp | null {
  try {
    // Alone first: `a)|(b` is no pattern, and would become one between our brackets.
    new RegExp(pattern, 'u');
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return null;
  }
}

function toIds(value: VariableValue): readonly string[] {
  return isIds(value) ? value : typeof value === 'string' ? [value] : [];
}

export function isIds(value: VariableValue): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

export function isReason(value: NonNullable<VariableValue> | Reason): value is Reason {
  return typeof value === 'object' && 'code' in value;
}
