import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Selector, transform } from 'lightningcss';
import { describe, expect, test } from 'vitest';
import { root } from '../support/readSource.ts';

const sheets = ['styles.css', 'styles.unlayered.css'];
const isBuilt = [...sheets, 'element/cardStyles.js'].every((name) => existsSync(join(root, 'dist', name)));
/** What a popover is told by the library that places it. */
/** Radix' own, which say where a popover stands. */
const foreignVariables = /^--radix-pop/;

if (!isBuilt) test('needs the build', ({ skip }) => skip('run `npm run build` first'));

describe.runIf(isBuilt)('styles.css', () => {
  test('is one layer, and nothing stands outside of it', () => {
    expect(read('styles.css')).toMatch(/^@layer sbc\{.*\}$/);
    expect(namesOf('styles.css').layers).toEqual(['sbc']);
  });

  test('is what <subscriber-card> adopts, in that layer', async () => {
    const { cardStyles } = await import(pathToFileURL(join(root, 'dist/element/cardStyles.js')).href);
    expect(cardStyles).toBe(read('styles.unlayered.css'));
  });

  test('is styles.unlayered.css in that layer', () => {
    expect(read('styles.css')).toBe(`@layer sbc{${read('styles.unlayered.css')}}`);
  });
});

describe.runIf(isBuilt).each(sheets)('%s', (sheet) => {
  const names = namesOf(sheet);

  test('styles what is ours, and what stands in it', () => {
    expect(names.selectors.filter((selector) => !isOurs(selector)).map(toText)).toEqual([]);
    expect(names.selectors.length).toBeGreaterThan(500);
  });

  test('knows no class, id or element by a name of the host', () => {
    const classes = names.selectors.flatMap((selector) => partsOf(selector)).filter(isNamed);
    expect(classes.map(({ name }) => name).filter((name) => !name.startsWith('sbc-'))).toEqual([]);
  });

  test('names its variables, animations and containers after itself', () => {
    const { variables, animations, containers } = names;
    expect(variables.filter((name) => !/^--sbc-/.test(name) && !foreignVariables.test(name))).toEqual([]);
    expect(animations.filter((name) => !name.startsWith('sbc-'))).toEqual([]);
    expect([...new Set(containers)]).toEqual(['sbc-card']);
    expect([variables, animations].map((each) => each.length)).not.toContain(0);
  });

  test('takes at most 10.25 KB on the wire', () => {
    expect(gzipSync(read(sheet), { level: 9 }).length).toBeLessThanOrEqual(10.25 * 1024);
  });
});

describe('the check of selectors', () => {
  test.each(['.sbc-row', '.sbc-root :where(a)', ':is(.sbc-a, .sbc-b:hover) > b', '.sbc-card + .sbc-card'])(
    'takes %s',
    (selector) => {
      expect(parse(`${selector}{color:red}`).selectors.every(isOurs)).toBe(true);
    },
  );

  test.each([
    'a',
    '*',
    ':root',
    'body .sbc-row',
    '.btn',
    ':is(.sbc-a, a)',
    ':not(.sbc-a)',
    ':where(.card .sbc-row)',
    ':has(.sbc-row)',
    '* + .sbc-row',
  ])('refuses %s', (selector) => {
    expect(parse(`${selector}{color:red}`).selectors.every(isOurs)).toBe(false);
  });
});

interface Names {
  readonly selectors: Selector[];
  readonly layers: string[];
  readonly variables: string[];
  readonly animations: string[];
  readonly containers: string[];
}

function namesOf(sheet: string): Names {
  return parse(isBuilt ? read(sheet) : '');
}

/** Everything in a sheet that has a name. */
function parse(css: string): Names {
  const names: Names = { selectors: [], layers: [], variables: [], animations: [], containers: [] };
  transform({
    filename: 'sheet.css',
    code: Buffer.from(css),
    visitor: {
      Rule: {
        style({ value }) {
          names.selectors.push(...value.selectors);
        },
        'layer-block': ({ value }) => void names.layers.push((value.name ?? []).join('.')),
        'layer-statement': ({ value }) =>
          void names.layers.push(...value.names.map((name) => name.join('.'))),
        keyframes: ({ value }) => void names.animations.push(value.name.value),
        property: ({ value }) => void names.variables.push(value.name),
        container: ({ value }) => void names.containers.push(value.name ?? ''),
      },
      Declaration: {
        custom({ name }) {
          if (name.startsWith('--')) names.variables.push(name);
        },
        container(declaration) {
          const named = declaration.property === 'container' && declaration.value.name;
          if (named && named.type === 'names') names.containers.push(...named.value);
        },
      },
      Variable: ({ name }) => void names.variables.push(name.ident),
    },
  });
  return names;
}

/** What it reaches is, or stands in or behind, an element with a class of ours. */
function isOurs(selector: Selector): boolean {
  const end = selector.findIndex(({ type }) => type === 'combinator');
  const first = end < 0 ? selector : selector.slice(0, end);
  return first.some((part) => {
    if (part.type === 'class') return part.name.startsWith('sbc-');
    if (part.type !== 'pseudo-class') return false;
    return (part.kind === 'is' || part.kind === 'where') && part.selectors.every(isOurs);
  });
}

type Part = Selector[number];

/** Those inside of `:is()` and `:has()` too. */
function partsOf(selector: Selector): Part[] {
  return selector.flatMap((part) => {
    if (part.type !== 'pseudo-class' || !('selectors' in part)) return [part];
    return [part, ...(part.selectors ?? []).flat().flatMap((inner) => partsOf([inner as Part]))];
  });
}

function isNamed(part: Part): part is Part & { type: 'class' | 'id' } {
  return part.type === 'class' || part.type === 'id';
}

function toText(selector: Selector): string {
  return selector.map((part) => ('name' in part ? part.name : part.type)).join(' ');
}

function read(sheet: string): string {
  return readFileSync(join(root, 'dist', sheet), 'utf8');
}
