import { expect, test } from 'vitest';
import { readDate } from '../../src/i18n/readDate.ts';

const today = '2025-11-22';

test.each([
  ['1990-05-12', 'en', '1990-05-12'],
  ['1990-05-12', 'pt-BR', '1990-05-12'],
  ['1990/5/2', 'de', '1990-05-02'],
  ['12/05/1990', 'en', '1990-12-05'],
  ['12/05/1990', 'pt-BR', '1990-05-12'],
  ['12.05.1990', 'de', '1990-05-12'],
  ['12-05-1990', 'fr', '1990-05-12'],
  [' 12.05.1990. ', 'uk', '1990-05-12'],
  ['2. 5. 1990', 'de', '1990-05-02'],
  ['12.05', 'pt-BR', '2025-05-12'],
  ['12.05.', 'uk', '2025-05-12'],
  ['12/5', 'en', '2025-12-05'],
  ['29/02/2024', 'pt-BR', '2024-02-29'],
])('reads %j in %s as %s', (text, locale, day) => {
  expect(readDate(text, locale, today)).toBe(day);
});

test.each([
  ['13/05/1990', 'en', '1990-05-13'],
  ['05/13/1990', 'pt-BR', '1990-05-13'],
])('exchanges day and month of %j in %s, where only that is a day', (text, locale, day) => {
  expect(readDate(text, locale, today)).toBe(day);
});

test.each([
  ['12/05/90', '1990-05-12'],
  ['12/05/25', '2025-05-12'],
  ['12/05/35', '2035-05-12'],
  ['12/05/36', '1936-05-12'],
])('reads the two figures of the year in %j as the last such year within ten ahead', (text, day) => {
  expect(readDate(text, 'pt-BR', today)).toBe(day);
});

test('reads the digits of the locale', () => {
  expect(readDate('١٢/٠٥/١٩٩٠', 'ar-EG', today)).toBe('1990-05-12');
});

test.each([
  '',
  'soon',
  '12',
  '31/02/2025',
  '32/13/2025',
  '12.05.1990.7',
  '1.234,56',
  '12/05/199',
  '2025-05',
  '+1 555',
])('reads no day in %j', (text) => {
  expect(readDate(text, 'pt-BR', today)).toBeNull();
});
