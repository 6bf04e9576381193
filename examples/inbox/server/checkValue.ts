import type { VariableValue } from '../../../src/model/variable.ts';
import type { FieldDefinition } from './records/toVariable.ts';
import { isRecord } from './request.ts';

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** Whether a value fits its field: right type, in its list, not too long. The server trusts no client. */
export function checkValue(definition: FieldDefinition, value: unknown): Checked<VariableValue> {
  if (value === null) return definition.required ? no('This may not be empty.') : yes(null);
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean' ? yes(value) : no('This is yes or no.');
    case 'currency':
      return checkMoney(value);
    case 'select':
      return isOption(definition, value) ? yes(value) : no('This is not one of the options.');
    case 'multiselect':
      return Array.isArray(value) && value.every((id) => isOption(definition, id))
        ? yes([...new Set(value)])
        : no('These are not all among the options.');
    default:
      return typeof value === 'string' ? checkText(definition, value) : no('This is not text.');
  }
}

export function checkMoney(value: unknown): Checked<{ amount: string; currency: string }> {
  if (!isRecord(value)) return no('This is not an amount of money.');
  const { amount, currency } = value;
  if (typeof amount !== 'string' || !/^-?\d{1,15}(\.\d{1,6})?$/.test(amount)) {
    return no('The amount is a decimal number.');
  }
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    return no('The currency is a code of three letters.');
  }
  return yes({ amount, currency });
}

function checkText(definition: FieldDefinition, text: string): Checked<string> {
  if (definition.maxLength !== null && text.length > definition.maxLength) {
    return no(`At most ${definition.maxLength} characters.`);
  }
  const message = checkFormat(definition.type, text);
  if (message) return no(message);
  if (
    definition.pattern !== null &&
    !new RegExp(`^(?:${definition.pattern})$`, 'u').test(text.slice(0, 1_000))
  ) {
    return no(definition.hint ?? 'This does not have the right form.');
  }
  return yes(text);
}

function checkFormat(type: FieldDefinition['type'], text: string): string | null {
  switch (type) {
    case 'number':
      return /^-?\d{1,30}(\.\d{1,30})?$/.test(text) ? null : 'This is not a number.';
    case 'date':
      return isDate(text) ? null : 'This is not a date.';
    case 'datetime':
      return isInstant(text) ? null : 'This is not a date with a time.';
    case 'email':
      return /^[^\s@]+@[^\s@]+$/.test(text) ? null : 'This is not an e-mail address.';
    case 'phone':
      return hasDigits(text) ? null : 'This is not a phone number.';
    case 'url':
      return isWebAddress(text) ? null : 'This is not a web address.';
    default:
      return null;
  }
}

export function hasDigits(phone: string): boolean {
  return phone.length <= 50 && phone.replace(/\D/g, '').length >= 3;
}

function isOption({ options }: FieldDefinition, id: unknown): id is string {
  return options?.some((option) => option.id === id) ?? false;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isInstant(text: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  return parts?.[1] !== undefined && isDate(parts[1]) && !Number.isNaN(Date.parse(text));
}

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

function yes<T>(value: T): Checked<T> {
  return { ok: true, value };
}

function no(message: string): { ok: false; message: string } {
  return { ok: false, message };
}
