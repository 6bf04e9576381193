import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { measureBundle } from '../../bench/measureBundle.mjs';
import { manifest } from '../../publicEntries.mjs';
import { listSources, root } from '../support/readSource.ts';

const run = promisify(execFile);
const names = Object.keys(manifest.dependencies);
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [table = ''] = /^## Dependencies[\s\S]*?(?=^## )/m.exec(readme) ?? [];
const rows = [...table.matchAll(/^\| `(\S+)` \| (\S.*) \| ([\d.]+) \|$/gm)].map(
  ([, name = '', why = '', size]) => ({
    ...{ name, why, size: Number(size) },
  }),
);
const sources = listSources('src').map((path) => readFileSync(join(root, path), 'utf8'));

describe('the runtime dependencies', () => {
  test('are at most ten', () => {
    expect(names.length).toBeLessThanOrEqual(10);
  });

  test('are those of the table in the README, each with a reason', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  test.each(rows)(
    '$name weighs $size KB, as the README says',
    { timeout: 60_000 },
    async ({ name, size }) => {
      const { all } = await measureBundle(await importsOf(name), root);
      const measured = all / 1024;
      expect(measured).toBeGreaterThan(0);
      const difference = Math.abs(measured - size);
      expect(difference, `${name}: ${measured.toFixed(1)} KB`).toBeLessThan(Math.max(0.1, measured * 0.05));
    },
  );

  test('have no vulnerability that is known, where the registry says so', { timeout: 60_000 }, async ({
    skip,
  }) => {
    const { stdout } = await run('npm', ['audit', '--omit=dev', '--json'], { cwd: root }).catch(
      (error: { stdout: string }) => error,
    );
    const report: unknown = JSON.parse(stdout || '{}');
    const hasAnswered = typeof report === 'object' && report !== null && 'vulnerabilities' in report;
    if (!hasAnswered) return skip('The registry does not answer `npm audit`.');
    expect(report.vulnerabilities).toEqual({});
  });
});

/** A module of all that our own sources take from the package. */
async function importsOf(name: string): Promise<string> {
  const taken = new Map<string, Set<string>>();
  for (const text of sources) {
    for (const [, clause = '', specifier = ''] of text.matchAll(
      /^import (?!type )([^;]+?) from '([^']+)';$/gm,
    )) {
      if (specifier !== name && !specifier.startsWith(`${name}/`)) continue;
      taken.set(specifier, new Set([...(taken.get(specifier) ?? []), ...partsOf(clause, text)]));
    }
  }
  const lines = [...taken].map(async ([specifier, parts], index) => {
    const values: object = await import(/* @vite-ignore */ specifier);
    const used = [...parts].filter((part) => part in values);
    return `export { ${used.map((part) => `${part} as ${part}${index}`).join(', ')} } from '${specifier}';`;
  });
  return (await Promise.all(lines)).join('\n');
}

/** Of `* as v` the members that are used, types among them. */
function partsOf(clause: string, text: string): string[] {
  const whole = /^\* as (\w+)$/.exec(clause)?.[1];
  if (whole)
    return [...text.matchAll(new RegExp(`\\b${whole}\\.(\\w+)`, 'g'))].map(([, member = '']) => member);
  if (!clause.startsWith('{')) return ['default'];
  const listed = clause
    .replace(/[{}\s]+/g, ' ')
    .split(',')
    .map((part) => part.trim());
  return listed.filter((part) => part !== '' && !part.startsWith('type '));
}
