import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type DesignToken, type DesignTokenGroup, toDesignTokens } from '../../src/styles/toDesignTokens.ts';
import { root } from '../support/readSource.ts';

interface Found extends DesignToken {
  path: string;
  type: string | undefined;
}

const tokens = [...tokensOf(toDesignTokens())];
const pixels = v.object({ value: v.number(), unit: v.literal('px') });
const color = v.object({
  colorSpace: v.literal('srgb'),
  components: v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), v.length(3)),
  alpha: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  hex: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
});

/** What the format of the Design Tokens Community Group says of each type. */
const types: Readonly<Record<string, v.GenericSchema>> = {
  color,
  dimension: pixels,
  duration: v.object({ value: v.number(), unit: v.literal('ms') }),
  cubicBezier: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  number: v.number(),
  fontWeight: v.pipe(v.number(), v.minValue(1), v.maxValue(1000)),
  fontFamily: v.array(v.string()),
  shadow: v.array(v.object({ color, offsetX: pixels, offsetY: pixels, blur: pixels, spread: pixels })),
};

describe('tokens.json', () => {
  test('is in the format of the Design Tokens Community Group', () => {
    const wrong = tokens.filter(({ type = '', $value }) => !types[type] || !v.is(types[type], $value));
    expect(wrong.map(({ path, type }) => `${path} is no ${type}`)).toEqual([]);
    expect(tokens.filter(({ $description }) => !$description)).toEqual([]);
    expect(tokens.filter(({ path }) => /[${}]/.test(path))).toEqual([]);
    expect(tokens.length).toBeGreaterThan(90);
  });

  test('has a group for each theme and each density, with the same names', () => {
    const { color, size } = toDesignTokens() as Record<string, Record<string, object>>;
    expect(Object.keys(color?.light ?? {})).toEqual(Object.keys(color?.dark ?? {}));
    expect(Object.keys(size?.comfortable ?? {})).toEqual(Object.keys(size?.compact ?? {}));
  });

  test('has every variable that the stylesheet declares', () => {
    const css = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
    const own = [...css.matchAll(/^ +--sbc-_([\w-]+):/gm)].map(([, name]) => `--sbc-_${name}`);
    const open = [...css.matchAll(/var\((--sbc-[a-z][\w-]*),/g)].map(([, name]) => `${name}`);
    const named = tokens.map(({ $extensions }) => $extensions['subscriber-card'].variable);
    const isNamed = (name: string) => named.includes(name) || named.includes(name.replace('-_', '-'));
    expect([...new Set([...own, ...open])].filter((name) => !isNamed(name))).toEqual([]);
  });

  test('says the values as they are seen', () => {
    const shown = (path: string) => tokens.find((token) => token.path === path)?.$value;
    expect(shown('color.light.muted')).toMatchObject({ hex: expect.stringMatching(/^#5[5-9a]/) });
    expect(shown('size.comfortable.row')).toEqual({ value: 32, unit: 'px' });
    expect(shown('size.compact.row')).toEqual({ value: 26, unit: 'px' });
    expect(shown('size.compact.size-small')).toEqual({ value: 12.07, unit: 'px' });
  });
});

describe('the guide to theming', () => {
  test('names every variable that a host may set, with its values', () => {
    const guide = readFileSync(join(root, 'docs/theming.md'), 'utf8');
    const open = tokens.filter(
      ({ $extensions }) => !$extensions['subscriber-card'].variable.startsWith('--sbc-_'),
    );
    const missing = open.filter(({ $extensions, $value, type, path }) => {
      const row = guide
        .split('\n')
        .find((line) => line.startsWith(`| \`${$extensions['subscriber-card'].variable}\``));
      if (type === 'color') return !row?.includes(($value as { hex: string }).hex);
      if (type === 'dimension') return !row?.includes(`${($value as { value: number }).value}px`);
      return !row?.includes(($value as string[])[0] ?? path);
    });
    expect(missing.map(({ path }) => path)).toEqual([]);
  });
});

function* tokensOf(group: DesignTokenGroup, path: string[] = [], type?: string): Generator<Found> {
  for (const [name, inside] of Object.entries(group)) {
    if (typeof inside !== 'object') continue;
    const at = [...path, name];
    const own = group.$type ?? type;
    if (isToken(inside)) yield { ...inside, path: at.join('.'), type: own };
    else yield* tokensOf(inside, at, own);
  }
}

function isToken(inside: DesignToken | DesignTokenGroup): inside is DesignToken {
  return '$value' in inside;
}
