import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { manifest, publicEntries } from '../publicEntries.mjs';
import { reachedFrom } from './support/reachedFrom.ts';
import { readSource, root } from './support/readSource.ts';

const isBuilt = existsSync(join(root, 'dist/index.js'));
const entries = publicEntries.map(({ specifier, name }) => ({ specifier, built: `dist/${name}.js` }));

if (!isBuilt) test('needs the build', ({ skip }) => skip('run `npm run build` first'));

describe.runIf(isBuilt)('the built package', () => {
  const modules = loadedModules();

  test('has every file that its exports name', () => {
    const files = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('resolves the same entries from source while it is developed', () => {
    const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
    expect(Object.keys(compilerOptions.paths)).toEqual(publicEntries.map(({ specifier }) => specifier));
  });

  test('imports only what it declares, and no CSS', () => {
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    const packages = new Set(entries.flatMap(({ built }) => reachedFrom(built).packages));
    expect([...packages].filter((name) => !declared.includes(name))).toEqual([]);
    const specifiers = modules.flatMap(({ imports }) => imports.map(({ specifier }) => specifier));
    expect(specifiers.filter((specifier) => specifier.endsWith('.css'))).toEqual([]);
  });

  test('uses every dependency that it declares', () => {
    const packages = entries.flatMap(({ built }) => reachedFrom(built).packages);
    expect(Object.keys(manifest.dependencies).filter((name) => !packages.includes(name))).toEqual([]);
  });

  test('marks every module that holds React state or context as client code', () => {
    const holdsState = modules.filter(({ imports }) =>
      imports.some(
        ({ specifier, names }) =>
          /^(react|zustand)$/.test(specifier) &&
          names.some((name) => /^(use[A-Z]\w*|createContext|Component)$/.test(name)),
      ),
    );
    const unmarked = holdsState.filter(({ path }) => !/^["']use client["']/.test(read(path)));
    expect(unmarked.map(({ path }) => path)).toEqual([]);
    expect(holdsState).not.toEqual([]);
  });

  test('loads no control and none of their libraries for headless', () => {
    const { modules: reached, packages } = reachedFrom('dist/headless.js');
    expect(reached.map(({ path }) => path).filter((path) => path.startsWith('dist/components/'))).toEqual([]);
    expect(packages.filter((name) => /radix|downshift|react-virtual/.test(name))).toEqual([]);
  });
});

describe.runIf(isBuilt)('the types, in a strict nodenext host that checks its libraries', () => {
  const host = mkdtempSync(join(tmpdir(), 'subscriber-card-host-'));
  afterAll(() => rmSync(host, { recursive: true }));

  test('are there for every value of every entry, and none is any', { timeout: 30_000 }, async () => {
    const lines: string[] = [];
    for (const [index, { specifier, built }] of entries.entries()) {
      const names = Object.keys(await import(pathToFileURL(join(root, built)).href));
      lines.push(`import * as entry${index} from '${specifier}';`);
      lines.push(...names.map((name) => `export const ${name}${index}: Nothing = entry${index}.${name};`));
    }
    const errors = typeCheck(host, ['interface Nothing { readonly nothing: unique symbol }', ...lines]);
    const assignments = lines.flatMap((line, index) => (line.startsWith('export') ? [index + 2] : []));
    expect(errors.filter((line) => !line.startsWith('host.ts'))).toEqual([]);
    expect(errors.map((line) => Number(/^host\.ts\((\d+)/.exec(line)?.[1]))).toEqual(assignments);
  });

  test('are there for a sheet that is imported for what it does', { timeout: 30_000 }, () => {
    expect(
      typeCheck(host, [
        "import 'subscriber-card/styles.css';",
        "import 'subscriber-card/styles.unlayered.css';",
      ]),
    ).toEqual([]);
  });

  test('are there for every type of headless, and none is any', { timeout: 30_000 }, () => {
    const names = readSource('src/headless.ts').exportedTypes;
    const lines = names.map((name) => `export const is${name}: 0 extends 1 & ${name} ? never : true = true;`);
    const errors = typeCheck(host, [
      `import type { ${names.join(', ')} } from 'subscriber-card/headless';`,
      ...lines,
    ]);
    const needsParameter = /error TS(2314|2707)/;
    expect(errors.filter((line) => !needsParameter.test(line))).toEqual([]);
    expect(names).not.toEqual([]);
  });
});

/** Every module that some entry loads, once. */
function loadedModules() {
  const modules = isBuilt ? entries.flatMap(({ built }) => reachedFrom(built).modules) : [];
  return [...new Map(modules.map((module) => [module.path, module])).values()];
}

/** What TypeScript says about one file of a host that has nothing but this package and React. */
function typeCheck(host: string, lines: string[]): string[] {
  const packages = join(host, 'node_modules');
  if (!existsSync(packages)) {
    mkdirSync(packages);
    symlinkSync(root, join(packages, 'subscriber-card'));
    symlinkSync(join(root, 'node_modules/react'), join(packages, 'react'));
    symlinkSync(join(root, 'node_modules/@types'), join(packages, '@types'));
  }
  const compilerOptions = {
    ...{ module: 'nodenext', target: 'es2022', lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: [] },
    ...{ strict: true, skipLibCheck: false, noEmit: true, jsx: 'react-jsx' },
    noUncheckedSideEffectImports: true,
  };
  writeFileSync(join(host, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(host, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['host.ts'] }));
  writeFileSync(join(host, 'host.ts'), lines.join('\n'));
  try {
    execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', host, '--pretty', 'false'], {
      cwd: host,
      encoding: 'utf8',
    });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return stdout.split('\n').filter((line) => /error TS\d+/.test(line));
  }
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
