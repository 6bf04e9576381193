import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/readSource.ts';

interface Declaration {
  file: string;
  property: string;
  value: string;
}

const folder = join(root, 'src/styles');
const files = readdirSync(folder).filter((name) => name.endsWith('.css'));
/** Of all that is written by hand. */
const declarations = files
  .filter((name) => name !== 'tokens.css')
  .flatMap((file) => readDeclarations(file, read(file)));

/** Declarations that a rule would refuse, with the reason why they may stay. */
const exceptions: Readonly<Record<string, string>> = {
  'avatar.css font-size: 0.72em': 'initials fill their circle, not a line',
  'avatar.css font-size: 0.714em': 'initials fill their circle, not a line',
  'avatar.css font-size: 1.214em': 'initials fill their circle, not a line',
  'field.css text-align: right':
    'a telephone number in a field is left to right and stands at the start of the line',
  'row.css float: right': 'tools stand at the end of the card, where a value may have a direction of its own',
  'row.css float: left': 'tools stand at the end of the card, where a value may have a direction of its own',
  'popover.css inset: 0 auto auto 0': 'the layer is a point: what floats is placed from it by script',
  'popover.css max-block-size: max(var(--radix-popper-available-height), 10em)':
    'the popper says how much is left',
};

describe('every stylesheet', () => {
  test('is imported by styles.unlayered.css, which styles.css puts into a layer', () => {
    const imported = [...read('styles.unlayered.css').matchAll(/@import '\.\/(.*?)';/g)];
    expect(imported.map(([, name]) => name).sort()).toEqual(files.filter((name) => !/^styles\./.test(name)));
    expect(read('styles.css')).toBe("@import './styles.unlayered.css' layer(sbc);\n");
  });

  test('counts in em, or in pixels only where a line, a shadow or a target is drawn', () => {
    const lines = /^(border|outline|box-shadow|text-underline-offset|stroke|background$)/;
    expectNone(({ property, value }) => {
      if (/\d(rem|pt|cm|mm|in|vw|vh)\b/.test(value) && !/100vw|80vh/.test(value)) return true;
      if (lines.test(property)) return false;
      return pixelsOf(value).some((pixels) => pixels > 2);
    });
  });

  test('has lines of 3 px at the most', () => {
    expectNone(
      ({ property, value }) =>
        /^(border|outline)/.test(property) && pixelsOf(value).some((pixels) => pixels > 3),
    );
  });

  test('takes its sizes of letters from the scale, or those of what is around', () => {
    expectNone(
      ({ property, value }) => property === 'font-size' && !/^(var\(--sbc-_size-\w+\)|1em)$/.test(value),
    );
    expectNone(
      ({ property, value }) => property === 'font-weight' && !/^(var\(--sbc-_weight-\w+\)|400)$/.test(value),
    );
    expectNone(
      ({ property, value }) => property === 'line-height' && !/^(var\(--sbc-_leading[\w-]*\)|1)$/.test(value),
    );
  });

  test('takes its corners from the scale', () => {
    expectNone(
      ({ property, value }) =>
        property === 'border-radius' && !/^(var\(--sbc-_radius[\w-]*\) ?|50% ?|0 ?|inherit)+$/.test(value),
    );
  });

  test('takes its gaps from the scale', () => {
    expectNone(
      ({ property, value }) => /gap$/.test(property) && lengthsOf(value).some((length) => !isOfScale(length)),
    );
  });

  test('takes its paddings and margins from the scale, but for the room that something laid over takes', () => {
    const room = /^(1\.75|1\.9|2|3\.1|5\.3|5\.4|9|-?0\.9)em$/;
    expectNone(
      ({ property, value }) =>
        /^(padding|margin|scroll-margin)/.test(property) &&
        lengthsOf(value).some((length) => !isOfScale(length) && !room.test(length)),
    );
  });

  test('takes its durations from the tokens', () => {
    expectNone(
      ({ property, value }) =>
        /^(transition|animation)/.test(property) && /\d(ms|s)\b/.test(value.replace(/var\(.*?\)/g, '')),
    );
  });

  test('says start and end, never left and right', () => {
    const physical =
      /^((margin|padding|border)-(left|right|top|bottom)|left|right|top|bottom|(min-|max-)?(width|height))/;
    expectNone(
      ({ property, value }) =>
        physical.test(property) || /^(text-align|float|clear): (left|right)/.test(`${property}: ${value}`),
    );
    expectNone(({ property, value }) => property === 'inset' && !/^-?[\d.]+\w*$/.test(value));
    expectNone(({ property, value }) => /^(padding|margin)$/.test(property) && isLopsided(value));
  });

  test('mirrors what has no start and end, by a rule of its own for right to left', () => {
    const mirrored = declarations.filter(({ property, value }) =>
      property === 'clip-path'
        ? /inset\(.* .* .* /.test(value)
        : property === 'box-shadow' && /^-?[1-9.]\S* 0 /.test(value),
    );
    const places = mirrored.map(({ file, property }) => `${file} ${property}`);
    const alone = places.filter((place) => places.filter((other) => other === place).length % 2 === 1);
    expect(alone).toEqual([]);
    expect(places).not.toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function expectNone(isWrong: (declaration: Declaration) => boolean) {
  const wrong = declarations
    .filter(isWrong)
    .map(({ file, property, value }) => `${file} ${property}: ${value}`);
  expect(wrong.filter((each) => !(each in exceptions))).toEqual([]);
}

function readDeclarations(file: string, css: string): Declaration[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/(?<=[{};]\s*)([a-z-]+):\s+([^;{}]+);/g)].map(([, property = '', value = '']) => ({
    file,
    property,
    value: value.replace(/\s+/g, ' ').trim(),
  }));
}

function pixelsOf(value: string): number[] {
  return [...value.matchAll(/([\d.]+)px/g)].map(([, number]) => Number(number));
}

/** Those that are written as numbers. */
function lengthsOf(value: string): string[] {
  return [...value.matchAll(/-?[\d.]+(?:em|px)/g)].map(([length]) => length);
}

/** `1em` is a line in a sum, and a line of 1 or 2 px is part of the box. */
function isOfScale(length: string): boolean {
  return /^(1em|[012]px)$/.test(length);
}

/** Four sides, of which left and right are not alike. */
function isLopsided(value: string): boolean {
  const sides = value
    .replace(/\([^()]*(\([^()]*(\([^()]*\))?[^()]*\))*[^()]*\)/g, (inside) => inside.replaceAll(' ', ''))
    .split(' ');
  return sides.length === 4 && sides[1] !== sides[3];
}
