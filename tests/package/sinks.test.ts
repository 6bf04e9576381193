import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSources, root } from '../support/readSource.ts';

/** What turns text into markup, code, or a page that knows who opened it. */
const sinks = [
  /\b(inner|outer)HTML\b/,
  /\binsertAdjacentHTML\b/,
  /\bdangerouslySetInnerHTML\b/,
  /\bcreateContextualFragment\b|\bparseFromString\b|\bsrcDoc\b/i,
  /\bdocument\.write(ln)?\b/,
  /\beval\(|\bnew Function\b|\bsetTimeout\(\s*['"`]/,
  /\bwindow\.open\b|\blocation\.(href\s*=|assign|replace)\b/,
  /\bsetAttribute\(\s*['"`](on|style|href|src)/i,
  /\bpostMessage\(|\bimportScripts\b|\bsendBeacon\b|\bWebSocket\b/,
];

/** What leaves the page by itself. */
const calls = /\bfetch\(|\bXMLHttpRequest\b|\bEventSource\b|\bnew Image\b/;
const drawn = (name: string) => new RegExp(`<${name}[\\s>]|jsxs?\\("${name}"|createElement\\("${name}"`);

const built = existsSync(join(root, 'dist'))
  ? readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.js'))
      .map((path) => `dist/${path}`)
  : [];
const folders: readonly (readonly [name: string, paths: readonly string[]])[] = [
  ['src', listSources('src')],
  ['dist', built],
];

describe.each(folders)('in %s', (name, paths) => {
  const files = paths.map((path) => ({
    path: path.replace(`${name}/`, '').replace(/\.(js|tsx?)$/, ''),
    code: withoutComments(readFileSync(join(root, path), 'utf8')),
  }));
  const holding = (pattern: RegExp) => files.filter(({ code }) => pattern.test(code)).map(({ path }) => path);

  test('there is something to read', ({ skip }) => {
    if (name === 'dist' && files.length === 0) skip('run `npm run build` first');
    expect(files.length).toBeGreaterThan(100);
  });

  test.runIf(files.length > 0).each(sinks)('nothing has %s', (sink) => {
    expect(holding(sink)).toEqual([]);
  });

  test.runIf(files.length > 0)('only SafeLink draws a link, only SafeImage an image', () => {
    expect(holding(drawn('a'))).toEqual(['ui/SafeLink']);
    expect(holding(drawn('img'))).toEqual(['ui/SafeImage']);
    expect(holding(drawn('(iframe|script|embed|style|link|video|audio)'))).toEqual([]);
  });

  test.runIf(files.length > 0)('nobody but the adapter of our HTTP contract calls anybody', () => {
    expect(holding(calls).filter((path) => !path.startsWith('adapters/'))).toEqual([]);
  });
});

test('what they look for is found', () => {
  expect(sinks.every((sink) => !sink.test('const text = <p>{text}</p>;'))).toBe(true);
  expect(sinks.some((sink) => sink.test('element.innerHTML = text'))).toBe(true);
  expect(drawn('a').test('return <a href={url}>')).toBe(true);
  expect(drawn('a').test('/* @__PURE__ */ jsx("a", {})')).toBe(true);
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}
