import { expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { type FormatContext, formatVariable } from '../../src/i18n/formatVariable.ts';
import type { VariableType, VariableValue } from '../../src/model/variable.ts';

const context: FormatContext = { locale: 'en', timeZone: 'America/Sao_Paulo', messages: en.messages };
const options = [
  { id: 'pro', label: 'Pro' },
  { id: 'free', label: 'Free' },
];

it.each<[VariableType | 'geo', VariableValue, string]>([
  ['string', 'ana', 'ana'],
  ['string', '2026-03-01', '2026-03-01'],
  ['phone', '+5511999990199', '+5511999990199'],
  ['number', '1234.5', '1,234.5'],
  ['currency', { amount: '1280.5', currency: 'USD' }, '$1,280.50'],
  ['boolean', true, 'Yes'],
  ['boolean', false, 'No'],
  ['date', '2026-03-01', 'Mar 1, 2026'],
  ['datetime', '2026-03-01T01:00:00Z', 'Feb 28, 2026, 10:00 PM'],
  ['select', 'pro', 'Pro'],
  ['select', 'retired', 'retired'],
  ['multiselect', ['free', 'pro', 'gone'], 'Free, Pro, and gone'],
  ['geo', 'somewhere', 'somewhere'],
])('shows of a %s the value %j as %s', (type, value, text) => {
  const shown = formatVariable({ type, options }, value, context);
  expect(shown?.replace(/[\u00a0\u202f]/g, ' ')).toBe(text);
});

it('tells not set from empty, from no and from zero', () => {
  expect(formatVariable({ type: 'string' }, null, context)).toBeNull();
  expect(formatVariable({ type: 'string' }, '', context)).toBe('');
  expect(formatVariable({ type: 'number' }, '0', context)).toBe('0');
  expect(formatVariable({ type: 'boolean' }, false, context)).toBe('No');
});

it('shows as it came what does not fit its type', () => {
  expect(formatVariable({ type: 'number' }, 'many', context)).toBe('many');
  expect(formatVariable({ type: 'date' }, 'soon', context)).toBe('soon');
  expect(formatVariable({ type: '__proto__' }, 'x', context)).toBe('x');
});
