import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifest } from '../../publicEntries.mjs';
import { root } from '../support/readSource.ts';

interface Installed {
  name: string;
  license: string;
  copyright: string;
  dependencies: string[];
}

const free = ['MIT', 'ISC', '0BSD', 'BSD-3-Clause', 'Apache-2.0'];

test('are those of everything that comes with the package: `npm run notices` writes them', async () => {
  const installed = readInstalled(Object.keys(manifest.dependencies));
  const rows = installed.map(({ name, license, copyright }) => `| ${name} | ${license} | ${copyright} |`);
  const notices = `# Third-party notices

Written by \`npm run notices\`.

No code of others is part of this package. npm installs these beside it.

| package | licence | copyright |
|---|---|---|
${rows.join('\n')}

The marks of messaging apps are those of Simple Icons (https://simpleicons.org, CC0 1.0). Telegram, Messenger, Instagram,
WhatsApp, Viber and TikTok are trademarks of their owners, who have nothing to do with this package.
`;
  expect(installed.filter(({ license }) => !free.includes(license))).toEqual([]);
  await expect(notices).toMatchFileSnapshot(join(root, 'THIRD_PARTY_NOTICES.md'));
});

/** The packages, and what they need themselves, by name. */
function readInstalled(names: string[]): Installed[] {
  const found = new Map<string, Installed>();
  const waiting = [...names];
  for (const name of waiting) {
    if (found.has(name) || name in manifest.peerDependencies || name.startsWith('@types/')) continue;
    const folder = join(root, 'node_modules', name);
    const {
      license,
      author,
      dependencies = {},
    } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const copyright = readCopyright(folder) ?? String(author?.name ?? author ?? '').replace(/ *<.*/, '');
    found.set(name, { name, license, copyright, dependencies: Object.keys(dependencies) });
    waiting.push(...Object.keys(dependencies));
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The line of its licence that says whose it is. */
function readCopyright(folder: string): string | undefined {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!file || !existsSync(join(folder, file))) return undefined;
  const line = readFileSync(join(folder, file), 'utf8').match(/^\s*(copyright (?:\(c\)|©|\d).*)$/im)?.[1];
  return line?.replace(/ *<[^>]*>|\. All rights reserved\./g, '').trim();
}
