import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { typeCheckBlocks } from '../docs/typeCheckBlocks.ts';
import { root } from '../support/readSource.ts';

const isBuilt = existsSync(join(root, 'dist/index.d.ts'));

if (!isBuilt) test('needs the build', ({ skip }) => skip('run `npm run build` first'));

/** What TypeScript says against a module of a host. */
function complaints(code: string): string[] {
  return typeCheckBlocks([{ document: 'host', line: 1, language: 'tsx', code, file: undefined }]);
}

const misspelt = `import type { CustomVariableTypes } from 'subscriber-card';
export const types: CustomVariableTypes = { ratings: {} };
`;

describe.runIf(isBuilt)('a host of the built package', { timeout: 60_000 }, () => {
  test('names types of its own as it likes until it has added one', () => {
    expect(complaints(misspelt)).toEqual([]);
    expect(
      complaints(`import type { CustomVariableTypes } from 'subscriber-card';
export const types: CustomVariableTypes = {
  rating: { Display: ({ value }) => <b>{String(value)}</b>, parse: (text) => ({ value: text.trim() }) },
};
`),
    ).toEqual([]);
  });

  test.each(['subscriber-card', 'subscriber-card/headless'])('adds types by augmenting %s', (name) => {
    const added = `declare module '${name}' { interface VariableTypes { rating: { value: string; input: { stars: number } } } }\n`;
    expect(complaints(added + misspelt)).toEqual([expect.stringContaining("'ratings' does not exist")]);
    expect(
      complaints(`import type { CustomVariableTypes, EditorInput } from 'subscriber-card';
${added}
export const types: CustomVariableTypes = { rating: { parse: ({ stars }) => ({ value: String(stars) }) } };
export const input: EditorInput = { stars: 3 };
`),
    ).toEqual([]);
  });
});
