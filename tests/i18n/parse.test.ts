import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, formatNumber } from '../../src/i18n/format.ts';
import { type EditorInput, parseMoney, parseNumber, parseVariable, toInput } from '../../src/i18n/parse.ts';
import { canonicalDecimal } from '../../src/model/decimal.ts';
import {
  canonicalValue,
  checkVariable,
  type Variable,
  type VariableType,
  type VariableValue,
} from '../../src/model/variable.ts';

const locales = [
  'en',
  'pt-BR',
  'de',
  'ar-EG',
  'ar',
  'hi',
  'fr',
  'ru',
  'de-CH',
  'de-AT',
  'es',
  'fa',
  'tr',
  'uk',
];
const notANumber = { ok: false, reason: { code: 'not-a-number' } };

const digits = (least: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: 40 });
const decimals = fc
  .tuple(fc.boolean(), digits(1), digits(0))
  .map(([negative, whole, rest]) => canonicalDecimal(`${negative ? '-' : ''}${whole}.${rest}0`) ?? '0');

function variable(type: string, value: VariableValue = null): Variable {
  return { key: 'k', label: 'L', type, value };
}

describe('parseNumber', () => {
  it.each([
    ['1.234,56', 'pt-BR', '1234.56'],
    ['1234,56', 'pt-BR', '1234.56'],
    ['1.234', 'pt-BR', '1234'],
    ['1,234.56', 'en', '1234.56'],
    ['1,234', 'en', '1234'],
    [' -0.50 ', 'en', '-0.5'],
    ['\u22125', 'en', '-5'],
    ['+5', 'en', '5'],
    ['.5', 'en', '0.5'],
    ['0', 'en', '0'],
    ['007', 'en', '7'],
    ['1 234,5', 'fr', '1234.5'],
    ['1\u00a0234\u202f567', 'fr', '1234567'],
    ["1'234.5", 'de-CH', '1234.5'],
    ['12,34,567', 'hi', '1234567'],
    ['1,234,567', 'hi', '1234567'],
    ['1.234', 'es', '1234'],
    ['١٬٢٣٤٫٥', 'ar-EG', '1234.5'],
    ['١٢٣٤٫٥', 'ar', '1234.5'],
    ['1,234.5', 'ar-EG', '1234.5'],
    ['１２３', 'en', '123'],
    ['12345678901234567890.123456789', 'en', '12345678901234567890.123456789'],
  ])('reads %j in %s as %s', (text, locale, value) => {
    expect(parseNumber(text, locale)).toEqual({ ok: true, value });
  });

  it.each([
    ['1,5', 'en'],
    ['1,50', 'en'],
    ['0,123', 'en'],
    ['1,23,4', 'en'],
    ['1234,567', 'en'],
    ['1,234,56', 'en'],
    [',234', 'en'],
    ['1,,234', 'en'],
    ['1.5', 'pt-BR'],
    ['1.23', 'de'],
    ['1.234.5', 'de'],
    ['1.234.567', 'en'],
    ['1,234.5', 'pt-BR'],
    ['1.', 'en'],
    ['.', 'en'],
    ['-', 'en'],
    ['', 'en'],
    [' ', 'en'],
    ['\u200f', 'ar-EG'],
    ['--1', 'en'],
    ['1-', 'en'],
    ['(1)', 'en'],
    ['1 2', 'en'],
    ['1\u0000234', 'en'],
    ['1e3', 'en'],
    ['0x10', 'en'],
    ['NaN', 'en'],
    ['Infinity', 'en'],
    ['∞', 'en'],
    ['½', 'en'],
    ['1٢', 'en'],
    ['$5', 'en'],
    ['5%', 'en'],
    ['5 kg', 'en'],
    ['abc', 'en'],
    ['9'.repeat(301), 'en'],
  ])('refuses %j in %s', (text, locale) => expect(parseNumber(text, locale)).toEqual(notANumber));

  it.each(locales)('reads back in %s every number that is written there', (locale) => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(parseNumber(formatNumber(value, locale), locale)).toEqual({ ok: true, value });
      }),
    );
  });

  it('never throws, and never makes a number of a text without a digit', () => {
    const sign = fc.constantFrom(..."0123456789١٢٣.,٬٫'’-+−() eE$\u00a0\u202f\u200f\ud800x");
    fc.assert(
      fc.property(fc.array(sign), fc.constantFrom(...locales), (signs, locale) => {
        const parsed = parseNumber(signs.join(''), locale);
        if (!parsed.ok) return;
        expect(canonicalDecimal(parsed.value)).toBe(parsed.value);
        expect(signs.some((it) => /\p{Nd}/u.test(it))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a megabyte at once', () => {
    const started = performance.now();
    for (const text of ['1', '1,', ' ', '-', ',']) parseNumber(text.repeat(500_000), 'en');
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe('parseMoney', () => {
  it.each([
    ['1.280,50', 'BRL', 'pt-BR', '1280.5'],
    ['R$ 1.280,50', 'BRL', 'pt-BR', '1280.5'],
    ['-R$ 5', 'BRL', 'pt-BR', '-5'],
    ['1.280,50 brl', 'brl', 'pt-BR', '1280.5'],
    ['$1,280.50', 'USD', 'en', '1280.5'],
    ['US$ 10', 'USD', 'pt-BR', '10'],
    ['12,5 €', 'EUR', 'de', '12.5'],
    ['1.234,5', 'EUR', 'de-AT', '1234.5'],
    ['1 234,5', 'EUR', 'de-AT', '1234.5'],
    ['0', 'XXQ', 'en', '0'],
  ])('reads %j of %s in %s', (text, currency, locale, amount) => {
    const value = { amount, currency: currency.toUpperCase() };
    expect(parseMoney(text, currency, locale)).toEqual({ ok: true, value });
  });

  it.each(['€5', 'R$', '', 'five', '1,5', '5 5'])('refuses %j in dollars', (text) =>
    expect(parseMoney(text, 'USD', 'en')).toEqual(notANumber),
  );

  it.each(['', 'R$', 'REAL', '__proto__'])('refuses the currency %j', (currency) =>
    expect(parseMoney('5', currency, 'en')).toEqual({ ok: false, reason: { code: 'not-a-currency' } }),
  );

  it.each(locales)('reads back in %s every amount that is written there', (locale) => {
    fc.assert(
      fc.property(decimals, fc.constantFrom('BRL', 'USD', 'JPY', 'KWD', 'EGP', 'CHF'), (amount, currency) => {
        const money = { amount, currency };
        expect(parseMoney(formatMoney(money, locale), currency, locale)).toEqual({ ok: true, value: money });
      }),
    );
  });
});

describe('parseVariable', () => {
  it.each<[VariableType, EditorInput, VariableValue]>([
    ['string', ' as typed ', ' as typed '],
    ['phone', ' +55 11 99999-0199 ', '+55 11 99999-0199'],
    ['email', ' ana@example.com\n', 'ana@example.com'],
    ['number', '1.234,56', '1234.56'],
    ['currency', { amount: '1.280,50', currency: 'BRL' }, { amount: '1280.5', currency: 'BRL' }],
    ['boolean', false, false],
    ['date', '2026-03-01', '2026-03-01'],
    ['select', 'pro', 'pro'],
    ['multiselect', ['b', 'a'], ['b', 'a']],
  ])('reads for %s the input %j', (type, input, value) => {
    expect(parseVariable(variable(type), input, 'pt-BR')).toEqual({ ok: true, value });
  });

  it.each<[VariableType, EditorInput, string]>([
    ['number', '1.5', 'not-a-number'],
    ['currency', { amount: '5', currency: '' }, 'not-a-currency'],
    ['datetime', '2026-03-01', 'not-a-time'],
    ['string', true, 'unsupported'],
    ['boolean', 'true', 'unsupported'],
    ['currency', '5', 'unsupported'],
    ['multiselect', 'a', 'not-an-option'],
  ])('refuses for %s the input %j', (type, input, code) => {
    expect(parseVariable(variable(type), input, 'pt-BR')).toEqual({ ok: false, reason: { code } });
  });

  it('takes an emptied editor for unset, never for 0', () => {
    for (const type of ['string', 'number', 'date', 'datetime', 'email'] as const) {
      expect(parseVariable(variable(type, 'x'), '', 'en')).toEqual({ ok: true, value: null });
    }
    const money = variable('currency', { amount: '5', currency: 'BRL' });
    const emptied = { amount: ' ', currency: 'BRL' };
    expect(parseVariable(money, emptied, 'en')).toEqual({ ok: true, value: null });
    expect(parseVariable(variable('multiselect', ['a']), [], 'en')).toEqual({ ok: true, value: null });
    expect(parseVariable(variable('boolean', true), null, 'en')).toEqual({ ok: true, value: null });
  });

  it('keeps empty text where it is what the variable holds already', () => {
    expect(parseVariable(variable('string', ''), '', 'en')).toEqual({ ok: true, value: '' });
    expect(parseVariable(variable('multiselect', []), [], 'en')).toEqual({ ok: true, value: [] });
  });

  it.each(['geo', '__proto__', 'constructor'])('does not edit the type %s', (type) => {
    const refused = { ok: false, reason: { code: 'unsupported' } };
    expect(parseVariable(variable(type), 'x', 'en')).toEqual(refused);
    expect(toInput(variable(type), 'x', 'en')).toBeNull();
  });

  it('changes no value that is opened and submitted as it stands', () => {
    const text = fc.string({ minLength: 1 }).filter((it) => it.trim() === it);
    const instants = fc
      .date({
        min: new Date('1900-01-01T00:00:00Z'),
        max: new Date('2100-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString());
    const values: readonly [VariableType, fc.Arbitrary<VariableValue>][] = [
      ['string', text],
      ['email', text],
      ['number', decimals],
      ['currency', fc.record({ amount: decimals, currency: fc.constantFrom('BRL', 'JPY', 'KWD') })],
      ['boolean', fc.boolean()],
      ['date', instants.map((instant) => instant.slice(0, 10))],
      ['datetime', instants],
      ['select', text],
      ['multiselect', fc.array(text)],
    ];
    for (const [type, arbitrary] of values) {
      fc.assert(
        fc.property(fc.option(arbitrary), fc.constantFrom(...locales), (given, locale) => {
          const held = variable(type, canonicalValue(type, given));
          // Nepal never changed its clocks by season, so no time comes twice there.
          const input = toInput(held, held.value, locale, 'Asia/Kathmandu');
          expect(parseVariable(held, input, locale, 'Asia/Kathmandu')).toEqual({
            ok: true,
            value: held.value,
          });
        }),
      );
    }
  });

  it.each<[VariableType, EditorInput]>([
    ['number', '1.234,50'],
    ['number', '-0'],
    ['currency', { amount: '05,00', currency: 'brl' }],
    ['date', '2026-03-01'],
    ['datetime', '2026-03-01T10:00'],
    ['datetime', '2026-03-01T10:00:00.500'],
  ])('writes for %s what was typed as %j in the way of the model', (type, input) => {
    const parsed = parseVariable(variable(type), input, 'pt-BR', 'America/Sao_Paulo');
    expect(parsed.ok && checkVariable(variable(type), parsed.value)).toEqual(parsed);
  });

  it.each(['12026-03-01', '01/03/2026', '2026-02-30'])(
    'leaves it to the model to refuse the day %s',
    (input) => {
      const parsed = parseVariable(variable('date'), input, 'en');
      const checked = parsed.ok ? checkVariable(variable('date'), parsed.value) : parsed;
      expect(checked).toEqual({ ok: false, reason: { code: 'not-a-date' } });
    },
  );

  it('never throws, whatever a stored draft has become', () => {
    const types = ['string', 'number', 'currency', 'boolean', 'date', 'datetime', 'select', 'multiselect'];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.anything() as fc.Arbitrary<EditorInput>, (type, input) => {
        const parsed = parseVariable(variable(type), input, 'en', 'UTC');
        if (parsed.ok) checkVariable(variable(type), parsed.value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('toInput', () => {
  it.each<[VariableType, VariableValue, string, EditorInput]>([
    ['string', 'ana', 'en', 'ana'],
    ['string', null, 'en', ''],
    ['number', '1234567.5', 'pt-BR', '1234567,5'],
    ['number', '-5', 'ar-EG', '-٥'],
    ['currency', { amount: '1280.5', currency: 'BRL' }, 'pt-BR', { amount: '1280,50', currency: 'BRL' }],
    ['currency', { amount: '1280', currency: 'JPY' }, 'en', { amount: '1280', currency: 'JPY' }],
    ['currency', { amount: '1280.5', currency: 'USDT' }, 'en', { amount: '1280.5', currency: 'USDT' }],
    ['currency', null, 'en', { amount: '', currency: '' }],
    ['boolean', null, 'en', null],
    ['boolean', false, 'en', false],
    ['date', '2026-03-01', 'pt-BR', '2026-03-01'],
    ['datetime', '2026-03-01T13:00:00Z', 'pt-BR', '2026-03-01T10:00'],
    ['datetime', null, 'pt-BR', ''],
    ['select', null, 'en', null],
    ['multiselect', null, 'en', []],
  ])('opens the editor of a %s on %j', (type, value, locale, input) => {
    expect(toInput(variable(type), value, locale, 'America/Sao_Paulo')).toEqual(input);
  });
});
