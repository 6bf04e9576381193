import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../support/readSource.ts';
import { type CodeBlock, toModulePath } from './readCodeBlocks.ts';

// A host of its own, with the package as it is built and what a host has beside it.
const packages = ['react', 'react-dom', '@types', 'vitest'];

/** As strict as a host may be. What a block declares and does not use is for the reader. */
const compilerOptions = {
  ...{ target: 'es2023', lib: ['ES2023', 'DOM', 'DOM.Iterable'], types: ['node'], jsx: 'react-jsx' },
  ...{ module: 'esnext', moduleResolution: 'bundler', moduleDetection: 'force', noEmit: true },
  ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true },
  ...{ verbatimModuleSyntax: true, noUncheckedSideEffectImports: true, skipLibCheck: true },
};

/** What TypeScript says against the blocks, each a module: `docs/theming.md:12: …`. */
export function typeCheckBlocks(blocks: readonly CodeBlock[]): string[] {
  const host = mkdtempSync(join(tmpdir(), 'subscriber-card-docs-'));
  try {
    mkdirSync(join(host, 'node_modules'));
    symlinkSync(root, join(host, 'node_modules/subscriber-card'));
    for (const name of packages)
      symlinkSync(join(root, 'node_modules', name), join(host, 'node_modules', name));
    for (const block of blocks) {
      const file = join(host, toModulePath(block));
      mkdirSync(dirname(file), { recursive: true });
      // At the line that it has in its document.
      writeFileSync(file, '\n'.repeat(block.line - 1) + block.code);
    }
    writeFileSync(join(host, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
    return runTypeScript(host).flatMap((line) => {
      const [, path = '', number, message] = /^(.+?)\((\d+),\d+\): error (TS.*)$/.exec(line) ?? [];
      const block = blocks.find((each) => toModulePath(each) === path);
      return message ? `${block?.document ?? path}:${number}: ${message}` : [];
    });
  } finally {
    rmSync(host, { recursive: true });
  }
}

function runTypeScript(folder: string): string[] {
  try {
    execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return [];
  } catch (error) {
    return (error as { stdout: string }).stdout.split('\n');
  }
}
