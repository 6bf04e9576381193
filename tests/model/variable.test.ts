import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalValue,
  checkVariable,
  isKnownType,
  type Variable,
  type VariableType,
  type VariableValue,
} from '../../src/model/variable.ts';

const types: readonly VariableType[] = [
  ...(['string', 'text', 'number', 'currency', 'boolean', 'date', 'datetime'] as const),
  ...(['phone', 'email', 'url', 'select', 'multiselect'] as const),
];

function variable(type: string, facts: Partial<Variable> = {}): Variable {
  return { key: 'k', label: 'L', type, value: null, ...facts };
}

const plans = { options: ['pro', 'free', 'team'].map((id) => ({ id, label: id })) };

describe('checkVariable', () => {
  it.each<[VariableType, VariableValue, VariableValue]>([
    ['string', '', ''],
    ['string', '__proto__', '__proto__'],
    ['text', 'two\nlines', 'two\nlines'],
    ['number', '0', '0'],
    ['number', '-012.50', '-12.5'],
    ['currency', { amount: '1280.50', currency: 'brl' }, { amount: '1280.5', currency: 'BRL' }],
    ['boolean', false, false],
    ['date', '0099-12-31', '0099-12-31'],
    ['datetime', '2026-03-01T10:00:00-03:00', '2026-03-01T13:00:00Z'],
    ['phone', '+55 (11) 99999-0199', '+55 (11) 99999-0199'],
    ['phone', '+1.555.010.0199 ext. 12', '+1.555.010.0199 ext. 12'],
    ['phone', '190', '190'],
    ['email', 'ana@example.com', 'ana@example.com'],
    ['url', 'https://example.com/a', 'https://example.com/a'],
    ['select', 'pro', 'pro'],
    ['multiselect', ['team', 'free', 'team'], ['free', 'team']],
    ['multiselect', [], []],
  ])('accepts for %s the value %j', (type, value, canonical) => {
    expect(checkVariable(variable(type, plans), value)).toEqual({ ok: true, value: canonical });
  });

  it.each<[VariableType, VariableValue, string]>([
    ['string', true, 'unsupported'],
    ['number', '', 'not-a-number'],
    ['number', '1,5', 'not-a-number'],
    ['number', '1e3', 'not-a-number'],
    ['number', true, 'not-a-number'],
    ['currency', '12', 'unsupported'],
    ['currency', { amount: 'a', currency: 'BRL' }, 'not-a-number'],
    ['currency', { amount: '1', currency: 'R$' }, 'not-a-currency'],
    ['boolean', 'true', 'unsupported'],
    ['date', '2026-02-30', 'not-a-date'],
    ['date', '2026-03-01T00:00:00Z', 'not-a-date'],
    ['datetime', '2026-03-01', 'not-a-time'],
    ['phone', 'call me', 'not-a-phone'],
    ['phone', '12', 'not-a-phone'],
    ['phone', '+5511999990199; drop', 'not-a-phone'],
    ['email', 'ana', 'not-an-email'],
    ['email', 'ana@example.com, bob@example.com', 'not-an-email'],
    ['url', 'example.com', 'not-a-url'],
    ['url', 'javascript:alert(1)', 'not-a-url'],
    ['select', 'gold', 'not-an-option'],
    ['select', '__proto__', 'not-an-option'],
    ['multiselect', ['pro', 'gold'], 'not-an-option'],
    ['multiselect', 'pro', 'not-an-option'],
  ])('refuses for %s the value %j', (type, value, code) => {
    expect(checkVariable(variable(type, plans), value)).toEqual({ ok: false, reason: { code } });
  });

  it('lets anything be unset but what is required', () => {
    for (const type of types) {
      expect(checkVariable(variable(type), null)).toEqual({ ok: true, value: null });
      const refused = { ok: false, reason: { code: 'required' } };
      expect(checkVariable(variable(type, { required: true }), null)).toEqual(refused);
    }
  });

  it('takes blank text and no choice for nothing where a value is required, but not 0 and false', () => {
    const refused = { ok: false, reason: { code: 'required' } };
    expect(checkVariable(variable('string', { required: true }), ' ')).toEqual(refused);
    expect(checkVariable(variable('multiselect', { required: true }), [])).toEqual(refused);
    expect(checkVariable(variable('number', { required: true }), '0').ok).toBe(true);
    expect(checkVariable(variable('boolean', { required: true }), false).ok).toBe(true);
  });

  it('counts the length in UTF-16 code units', () => {
    const short = variable('string', { maxLength: 2 });
    expect(checkVariable(short, '👋').ok).toBe(true);
    expect(checkVariable(short, '👋!')).toEqual({ ok: false, reason: { code: 'too-long', max: 2 } });
  });

  it('wants the whole text to match the pattern, and says the host’s hint', () => {
    const code = variable('string', { pattern: '[A-Z]{2}\\d+|none', hint: 'Two letters, then digits' });
    expect(checkVariable(code, 'AB12').ok).toBe(true);
    expect(checkVariable(code, 'none').ok).toBe(true);
    expect(checkVariable(code, '')).toEqual({ ok: true, value: '' });
    expect(checkVariable(code, 'xAB12')).toEqual({
      ok: false,
      reason: { code: 'pattern', hint: 'Two letters, then digits' },
    });
  });

  it.each(['(', '[', '*', 'a)|(b', '(?<n'])('ignores the pattern %s, which is none', (pattern) => {
    expect(checkVariable(variable('string', { pattern }), 'anything').ok).toBe(true);
  });

  it('runs a pattern on no more than 1,000 characters', () => {
    const any = variable('text', { pattern: '.*' });
    expect(checkVariable(any, 'a'.repeat(1000)).ok).toBe(true);
    expect(checkVariable(any, 'a'.repeat(1001))).toEqual({
      ok: false,
      reason: { code: 'too-long', max: 1000 },
    });
  });

  it('lets a retired option stay, and no other be added', () => {
    const held = variable('multiselect', { ...plans, value: ['gold'] });
    expect(checkVariable(held, ['gold', 'pro']).ok).toBe(true);
    expect(checkVariable(held, ['silver']).ok).toBe(false);
  });

  it.each(['geo', '__proto__', 'constructor', 'toString', ''])(
    'does not edit the unknown type %j',
    (type) => {
      expect(isKnownType(type)).toBe(false);
      expect(checkVariable(variable(type), 'x')).toEqual({ ok: false, reason: { code: 'unsupported' } });
    },
  );

  it('never throws, and accepts only what is canonical already', () => {
    const anyValue = fc.anything() as fc.Arbitrary<VariableValue>;
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.oneof(anyValue, fc.string()), (type, value) => {
        const checked = checkVariable(variable(type, plans), value);
        if (!checked.ok) return;
        expect(canonicalValue(type, checked.value)).toEqual(checked.value);
        expect(checkVariable(variable(type, plans), checked.value)).toEqual(checked);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers at once to texts that are made to be slow', () => {
    const long = ['@', 'a@', '1', '1 ', '(', '0', ' ', '-', 'x', 'ext '].map((part) => part.repeat(50_000));
    const started = performance.now();
    for (const text of long) for (const type of types) checkVariable(variable(type), text);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('canonicalValue', () => {
  it('writes equal values in one way', () => {
    expect(canonicalValue('number', '10.50')).toBe('10.5');
    expect(canonicalValue('currency', { amount: '10.50', currency: 'usd' })).toEqual({
      amount: '10.5',
      currency: 'USD',
    });
    expect(canonicalValue('multiselect', ['b', 'a', 'b'])).toEqual(['a', 'b']);
    expect(canonicalValue('datetime', '2026-03-01T10:00:00.000+01:00')).toBe('2026-03-01T09:00:00Z');
  });

  it('leaves alone what it cannot read', () => {
    expect(canonicalValue('number', 'many')).toBe('many');
    expect(canonicalValue('geo', 'somewhere')).toBe('somewhere');
    expect(canonicalValue('date', null)).toBeNull();
  });
});
