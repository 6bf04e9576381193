import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSources, root } from '../support/readSource.ts';
import { type CodeBlock, readCodeBlocks, readExamples, toModulePath } from './readCodeBlocks.ts';
import { typeCheckBlocks } from './typeCheckBlocks.ts';

const documents = ['README.md', 'llms.txt', ...readdirSync(join(root, 'docs')).map((file) => `docs/${file}`)];
const blocks = [
  ...documents.flatMap((path) => readCodeBlocks(path, read(path))),
  ...listSources('src').flatMap((path) => readExamples(path, read(path))),
];
const isChecked = ({ language }: CodeBlock) => ['ts', 'tsx'].includes(language);

describe('the code in the documents', () => {
  test('is TypeScript, or nothing that TypeScript could check', () => {
    const others = ['sh', 'css', 'html', 'json', 'vue', 'text'];
    const unknown = blocks.filter((block) => !isChecked(block) && !others.includes(block.language));
    expect(unknown.map(({ document, line, language }) => `${document}:${line}: ${language}`)).toEqual([]);
  });

  test('stands in fences that are read, none of them indented', () => {
    const fences = documents.flatMap((path) => [...read(path).matchAll(/^\s*(?:```|~~~)/gm)]);
    const shown = blocks.filter(({ document }) => documents.includes(document));
    expect(fences).toHaveLength(2 * shown.length);
  });

  test('is one module a name', () => {
    const paths = blocks.filter(isChecked).map(toModulePath);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });

  test('has an example wherever a comment says so, in a fence', () => {
    const sources = listSources('src').filter((path) => /^ *\* @example/m.test(read(path)));
    const shown = new Set(blocks.map(({ document }) => document));
    expect(sources.filter((path) => !shown.has(path))).toEqual([]);
  });
});

const isBuilt = existsSync(join(root, 'dist/element.d.ts'));

if (!isBuilt) test('needs the build', ({ skip }) => skip('run `npm run build` first'));

describe.runIf(isBuilt)('in a strict host with the built package', { timeout: 60_000 }, () => {
  test('every block of TypeScript in the documents is a module that compiles', () => {
    expect(typeCheckBlocks(blocks.filter(isChecked))).toEqual([]);
  });

  test('a block that does not is told of, at its line', () => {
    const text = "Words.\n\n```ts\nimport { useTags } from 'subscriber-card';\n\nuseTags().nothing;\n```\n";
    expect(typeCheckBlocks(readCodeBlocks('docs/broken.md', text))).toEqual([
      "docs/broken.md:6: TS2339: Property 'nothing' does not exist on type 'TagsState'.",
    ]);
  });

  test('a block that needs what it does not bring is told of', () => {
    const text = '```ts\nconst tags = useTags();\n```\n';
    expect(typeCheckBlocks(readCodeBlocks('docs/broken.md', text))).toEqual([
      "docs/broken.md:2: TS2304: Cannot find name 'useTags'.",
    ]);
  });
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
