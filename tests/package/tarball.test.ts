import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifest, publicEntries } from '../../publicEntries.mjs';
import { reachedFrom } from '../support/reachedFrom.ts';
import { root } from '../support/readSource.ts';
import { type Packed, packPackage } from './packPackage.ts';

const isBuilt = existsSync(join(root, 'dist/element.d.ts'));

if (!isBuilt) test('needs the build', ({ skip }) => skip('run `npm run build` first'));

describe.runIf(isBuilt)('the packed package', { timeout: 60_000 }, () => {
  let packed: Packed;
  beforeAll(() => {
    packed = packPackage();
  });
  afterAll(() => rmSync(packed.folder, { recursive: true }));

  test('has nothing that publint --strict would say', async () => {
    const { messages } = await publint({ pack: { tarball: packed.data.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  test('has types that every host of ES modules finds, for every entry that has a type', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(packed.data), {
      excludeEntrypoints: ['./openapi.yaml'],
    });
    if (!analysis.types) throw new Error('There are no types at all.');
    // It is made of ES modules alone: what could only `require()` it is told so by Node.
    const hosts = ['node16-esm', 'bundler'];
    const problems = analysis.problems.filter(
      (problem) => !('resolutionKind' in problem) || hosts.includes(problem.resolutionKind),
    );
    expect(problems).toEqual([]);
    const entries = Object.keys(manifest.exports).filter((entry) => entry !== './openapi.yaml');
    expect(Object.keys(analysis.entrypoints).sort()).toEqual(entries.sort());
  });

  test('says the types of an entry before anything else', () => {
    const targets = Object.entries(manifest.exports).filter(([, target]) => typeof target === 'object');
    expect(targets.filter(([, target]) => Object.keys(target).join() !== 'types,default')).toEqual([]);
    const untyped = Object.keys(manifest.exports).filter(
      (entry) => !targets.some(([name]) => name === entry),
    );
    expect(untyped).toEqual(['./tokens.json', './openapi.yaml', './package.json']);
  });

  test('has only files that are meant to be there', () => {
    const code = new Set(
      publicEntries.flatMap(({ name }) => reachedFrom(`dist/${name}.js`).modules.map(({ path }) => path)),
    );
    const others = packed.files.filter((path) => !code.has(path.replace(/\.map$/, '')));
    const guides = readdirSync(join(root, 'docs')).map((file) => `docs/${file}`);
    const withoutTypes = others.filter((path) => !/^dist\/.*\.d\.ts$/.test(path));
    expect(withoutTypes).toEqual([
      ...[
        'ACCESSIBILITY.md',
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'SECURITY.md',
        'THIRD_PARTY_NOTICES.md',
      ],
      ...['dist/openapi.yaml', 'dist/styles.css', 'dist/styles.unlayered.css', 'dist/tokens.json'],
      ...guides,
      ...['llms.txt', 'package.json'],
    ]);
    expect([...code].filter((path) => !packed.files.includes(path))).toEqual([]);
  });

  test('has types of nothing that is not there', () => {
    const typed = packed.files.flatMap((path) => /^(dist\/.*)\.d\.ts$/.exec(path)?.[1] ?? []);
    const sources = typed
      .filter((path) => !path.endsWith('.css'))
      .map((path) => path.replace('dist/', 'src/'));
    expect(
      sources.filter(
        (path) => !existsSync(join(root, `${path}.ts`)) && !existsSync(join(root, `${path}.tsx`)),
      ),
    ).toEqual([]);
  });

  test('says nothing of the machine that it was built on', () => {
    const telling = packed.files.filter((path) => readFileSync(join(root, path), 'utf8').includes(root));
    expect(telling).toEqual([]);
  });

  test('weighs less than a megabyte', () => {
    expect(packed.size).toBeLessThan(1024 ** 2);
  });

  test('is published for everyone, with a statement of where it was built', () => {
    const { license, publishConfig, sideEffects } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    expect(license).toBe('MIT');
    expect(publishConfig).toEqual({ access: 'public', provenance: true });
    // A bundler that drops what has no effect keeps the sheets.
    expect(sideEffects).toEqual(['**/*.css']);
  });
});
