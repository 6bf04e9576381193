import type { Deal, Variable } from 'subscriber-card';

const decimal = new Intl.NumberFormat('en');
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });

/** A value as contestants without a format of their own write it: with formats that are made once. */
export function toValueText({ type, value }: Variable): string {
  if (value === null) return 'Not set';
  if (type === 'number') return decimal.format(Number(value));
  if (type === 'date') return day.format(new Date(String(value)));
  return String(value);
}

export function toAmountText({ value }: Deal): string {
  return value ? money.format(Number(value.amount)) : 'No amount';
}

export function toDayText(instant: string | undefined): string {
  return instant === undefined ? '' : day.format(new Date(instant));
}
