import { describe, expect, test } from 'vitest';
import { contrast, luminance, mix, parseHex, toHex } from '../../src/styles/color.ts';
import { tokenPairs } from '../../src/styles/tokenPairs.ts';
import { baseColors, derivedColors } from '../../src/styles/tokens.ts';
import { type Brand, toPalette } from '../../src/styles/toPalette.ts';
import { brands } from './brands.ts';

/** The pairs that cannot be told apart well enough, with what they have. */
function tooWeak(theme: 'light' | 'dark', brand?: Brand): string[] {
  const palette = toPalette(theme, brand);
  return tokenPairs.flatMap(({ ink, ground, least }) => {
    const found = contrast(palette[ink], palette[ground]);
    return found < least ? [`${ink} on ${ground}: ${found.toFixed(2)}, not ${least}`] : [];
  });
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test('has 4.5:1 for all text and 3:1 for all that is no text', () => {
    expect(tooWeak(theme)).toEqual([]);
  });
});

describe('a host that sets accent, background and text', () => {
  test.each(brands)('keeps the contrast of every pair: %s', (_, theme, brand) => {
    expect(tooWeak(theme, brand)).toEqual([]);
  });

  test('keeps its own three as they are', () => {
    const brand = { accent: '#ffe066', background: '#fbf7f0', text: '#2b2118' };
    const { accent, background, text } = toPalette('light', brand);
    expect([accent, background, text].map(toHex)).toEqual(Object.values(brand));
  });

  test('has its accent as a line too, where that can be seen', () => {
    expect(toHex(toPalette('light', { accent: '#c2187a' }).mark)).toBe('#c2187a');
    expect(toHex(toPalette('light', { accent: '#ffe066' }).mark)).not.toBe('#ffe066');
  });
});

test('every colour meets another somewhere, but for lines and what is behind nothing', () => {
  const met = tokenPairs.flatMap(({ ink, ground }) => [ink, ground]);
  const names = Object.keys({ ...baseColors, ...derivedColors });
  expect(names.filter((name) => !met.includes(name as (typeof met)[number]))).toEqual(['border', 'line']);
});

describe('the colours we count with', () => {
  test('have the luminance and contrast of WCAG', () => {
    expect(luminance(parseHex('#fff'))).toBeCloseTo(1, 5);
    expect(contrast(parseHex('#000'), parseHex('#ffffff'))).toBeCloseTo(21, 3);
    expect(contrast(parseHex('#767676'), parseHex('#fff'))).toBeCloseTo(4.54, 2);
  });

  test('are mixed as in oklab', () => {
    expect(toHex(mix(parseHex('#000'), 0.5, parseHex('#fff')))).toBe('#636363');
    expect(toHex(mix(parseHex('#f00'), 0.5, parseHex('#00f')))).toBe('#8c53a2');
  });

  test('are refused when they are none', () => {
    expect(() => parseHex('red')).toThrow('"red" is no colour: write it as #aabbcc.');
  });
});
