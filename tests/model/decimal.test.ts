import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalDecimal } from '../../src/model/decimal.ts';

it.each([
  ['0', '0'],
  ['-0', '0'],
  ['-0.00', '0'],
  ['+5', '5'],
  ['007.50', '7.5'],
  ['1280.50', '1280.5'],
  ['-12.0', '-12'],
  ['0.10', '0.1'],
  ['123456789012345678901234567890.123456789', '123456789012345678901234567890.123456789'],
])('writes %s as %s', (text, canonical) => expect(canonicalDecimal(text)).toBe(canonical));

it.each(['', '.', '.5', '5.', '-', '1e5', '0x10', 'NaN', 'Infinity', '1,5', ' 1', '1\n', '١', '1_000'])(
  'refuses %j',
  (text) => expect(canonicalDecimal(text)).toBeNull(),
);

it('writes equal numbers in one way', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(999), fc.nat(9), fc.nat(9), (whole, fraction, before, after) => {
      const sign = whole < 0 ? '-' : '';
      const digits = `${Math.abs(whole)}.${String(fraction).padStart(3, '0')}`;
      const padded = `${sign}${'0'.repeat(before)}${digits}${'0'.repeat(after)}`;
      expect(canonicalDecimal(padded)).toBe(canonicalDecimal(sign + digits));
      expect(Number(canonicalDecimal(padded)) + 0).toBe(Number(padded) + 0);
    }),
  );
});

it('answers at once to a text that is made to be slow', () => {
  const started = performance.now();
  for (const text of ['0'.repeat(100_000), `${'0'.repeat(299)}x`, `1.${'0'.repeat(290)}1`])
    canonicalDecimal(text);
  expect(performance.now() - started).toBeLessThan(50);
});
