import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { publicEntries, sourceAliases } from '../../publicEntries.mjs';
import type { Locale } from '../../src/i18n/messages.ts';
import { importedLocales } from '../support/locales.ts';
import { messageTexts } from '../support/messageTexts.ts';

const SPECIFIER = /\/locales\/(.+)$/;

test('every language has an entry of its own', () => {
  const entries = publicEntries.flatMap(({ specifier }) => SPECIFIER.exec(specifier)?.[1] ?? []);
  expect(entries.sort()).toEqual(importedLocales.map(({ locale }) => locale).sort());
});

test('a host that imports the card has English, and nothing of another language', async () => {
  const code = await bundle(`export * from 'subscriber-card';`);
  expect(code).toContain('No subscriber selected');
  for (const locale of importedLocales) expect(textsIn(code, locale), locale.locale).toEqual([]);
}, 60_000);

test('a host that imports one language has that one besides', async () => {
  const code = await bundle(
    `export { SubscriberCard } from 'subscriber-card'; export { ru } from 'subscriber-card/locales/ru';`,
  );
  for (const locale of importedLocales) {
    const own = ownTexts(locale);
    expect(textsIn(code, locale), locale.locale).toEqual(locale.locale === 'ru' ? own : []);
  }
}, 60_000);

/** Whole sentences of the language: a word alone may well stand in code. */
function ownTexts({ messages }: Locale): string[] {
  return messageTexts(messages).flatMap(([, text]) =>
    /^[^⟨]{25,}$/.test(text) && !/\d/.test(text) ? text : [],
  );
}

function textsIn(code: string, locale: Locale): string[] {
  return ownTexts(locale).filter((text) => code.includes(text));
}

/** What a host's bundler makes of an import, with every package left out. */
async function bundle(host: string): Promise<string> {
  const id = '/host.js';
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: sourceAliases },
    plugins: [
      {
        name: 'host',
        resolveId: (source) => (source === id ? id : undefined),
        load: (path) => (path === id ? host : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      lib: { entry: id, formats: ['es'] },
      rolldownOptions: { external: /^(?!subscriber-card)[@a-z]/ },
    },
  })) as Rolldown.RolldownOutput[];
  return result.flatMap(({ output }) => output.map((file) => ('code' in file ? file.code : ''))).join('\n');
}
