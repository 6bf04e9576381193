import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../support/readSource.ts';
import { readCodeBlocks } from './readCodeBlocks.ts';
import { startAcme } from './startAcme.ts';

// The adapter of the guide, taken from its text, passes the suite that the guide ends with.

const guide = 'docs/writing-an-adapter.md';
const folder = mkdtempSync(join(tmpdir(), 'subscriber-card-guide-'));
const acme = await startAcme();

afterAll(async () => {
  await acme.stop();
  rmSync(folder, { recursive: true });
});

const blocks = readCodeBlocks(guide, readFileSync(join(root, guide), 'utf8'));
for (const { file, code } of blocks) {
  if (!file) continue;
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
}

test('the guide writes each of its modules once', () => {
  const files = blocks.flatMap(({ file }) => file ?? []);
  expect(files.length).toBeGreaterThan(5);
  expect([...new Set(files)]).toEqual(files);
});

process.env.ACME_URL = acme.url;
await import(join(folder, 'createAcmeAdapter.test.ts'));
