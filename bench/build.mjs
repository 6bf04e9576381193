import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'vite';
import { bench, buildOptions, ignoreDirectives } from './buildOptions.mjs';

// `node bench/build.mjs OUT contestant…`: the pages of each contestant, as its host would build them for production,
// and its card for a server.
// A process of its own: who calls it may run under another NODE_ENV, with which React's development build is taken.

/** What a contestant may have, and what opens it. */
const kinds = {
  card: { create: 'createCard', open: 'openCard' },
  picker: { create: 'createPicker', open: 'openPicker' },
  list: { create: 'createList', open: 'openList' },
};

const [outDir = '', ...contestants] = process.argv.slice(2);
for (const contestant of contestants) {
  await buildPages(contestant);
  if (has(contestant, 'card')) await buildServer(contestant);
}

/** @param {string} contestant */
async function buildPages(contestant) {
  const present = Object.keys(kinds).filter((kind) => has(contestant, kind));
  await build({
    ...buildOptions(),
    plugins: [pageEntries(contestant)],
    build: {
      outDir: `${outDir}/${contestant}`,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      // Also what is small is a file of its own, or a stylesheet would be counted as script.
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: Object.fromEntries(present.map((kind) => [kind, `page:${kind}`])),
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
        checks: { pluginTimings: false },
        onLog: ignoreDirectives,
      },
    },
  });
}

/** @param {string} contestant */
async function buildServer(contestant) {
  await build({
    ...buildOptions(),
    plugins: [serverEntry(contestant)],
    ssr: { noExternal: true },
    build: {
      outDir: `${outDir}/${contestant}-server`,
      emptyOutDir: true,
      target: 'node20',
      ssr: true,
      // Minified like a page: only what runs is compared.
      minify: true,
      rolldownOptions: {
        input: { card: 'server:card' },
        output: { entryFileNames: '[name].mjs', codeSplitting: false },
        checks: { pluginTimings: false },
        onLog: ignoreDirectives,
      },
    },
  });
}

/** @param {string} contestant @param {string} kind */
function has(contestant, kind) {
  return existsSync(new URL(`contestants/${contestant}/${kind}.tsx`, import.meta.url));
}

/** @param {string} contestant */
function serverEntry(contestant) {
  return {
    name: 'server-entry',
    /** @param {string} id */
    resolveId: (id) => (id === 'server:card' ? `${bench}server.entry.ts` : undefined),
    /** @param {string} id */
    load: (id) =>
      id.endsWith('server.entry.ts')
        ? `
          import { renderToString } from 'react-dom/server';
          import { renderCard } from './contestants/${contestant}/card.tsx';
          import { createPerson } from './data/createPerson.ts';
          export const render = (number, size) => renderToString(renderCard(createPerson(number, size)));
        `
        : undefined,
  };
}

/** @param {string} contestant */
function pageEntries(contestant) {
  return {
    name: 'page-entries',
    /** @param {string} id */
    resolveId: (id) => (id.startsWith('page:') ? `${bench}${id.slice('page:'.length)}.entry.ts` : undefined),
    /** @param {string} id */
    load(id) {
      if (!id.endsWith('.entry.ts')) return undefined;
      const kind = /** @type {keyof typeof kinds} */ (basename(id, '.entry.ts'));
      const { create, open } = kinds[kind];
      return `
        import { ${create} } from './contestants/${contestant}/${kind}.tsx';
        import { ${open} } from './pages/${open}.ts';
        ${open}(${create});
      `;
    },
  };
}
