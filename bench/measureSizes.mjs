import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { bench, buildOptions, ignoreDirectives } from './buildOptions.mjs';

// `node bench/measureSizes.mjs contestant…`: what each sends to a browser, as JSON. Minified and gzipped, React left
// out; `first` is what a page has to load before it draws, `all` is with what comes when it is used.

/**
 * Our own entries. Of a peer it is what its card or field is made of.
 *
 * @type {Record<string, string>}
 */
const ours = {
  'whole card': `export { SubscriberCard, SubscriberCardProvider } from 'subscriber-card';`,
  'tag picker': `export { TagPicker, SubscriberProvider, SubscriberCardProvider } from 'subscriber-card';`,
  headless: `export * from 'subscriber-card/headless';`,
  'ContactHeader alone': `export { ContactHeader, SubscriberProvider, SubscriberCardProvider } from 'subscriber-card';`,
};

/** @type {Record<string, Record<string, { first: number, all: number }>>} */
const sizes = {};
for (const contestant of process.argv.slice(2)) {
  const entries = contestant === 'ours' ? ours : entriesOf(contestant);
  sizes[contestant] = {};
  for (const [name, source] of Object.entries(entries)) sizes[contestant][name] = await measure(source);
}
if ('ours' in sizes) {
  const css = gzipSync(readFileSync(fileURLToPath(new URL('../dist/styles.css', import.meta.url)))).length;
  sizes.ours = { ...sizes.ours, 'styles.css': { first: css, all: css } };
}
process.stdout.write(JSON.stringify(sizes));

/** @param {string} contestant */
function entriesOf(contestant) {
  const from = (/** @type {string} */ kind) => `'./contestants/${contestant}/${kind}.tsx'`;
  /** @type {Record<string, string>} */
  const entries = {};
  if (exists(contestant, 'card')) entries['whole card'] = `export { renderCard } from ${from('card')};`;
  if (exists(contestant, 'picker')) entries['tag picker'] = `export { createPicker } from ${from('picker')};`;
  return entries;
}

/** @param {string} contestant @param {string} kind */
function exists(contestant, kind) {
  try {
    readFileSync(new URL(`contestants/${contestant}/${kind}.tsx`, import.meta.url));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} source */
async function measure(source) {
  const entry = `${bench}size.entry.ts`;
  const result = await build({
    ...buildOptions(),
    plugins: [
      {
        name: 'size-entry',
        resolveId: (id) => (id === 'size:entry' ? entry : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: 'size:entry',
        preserveEntrySignatures: 'strict',
        external: /^(react|react-dom|scheduler)(\/.*)?$/,
        checks: { pluginTimings: false },
        onLog: ignoreDirectives,
      },
    },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error('One build was asked for.');
  const chunks = result.output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  /** @type {Set<string>} */
  const first = new Set();
  const follow = (/** @type {string} */ name) => {
    if (first.has(name)) return;
    first.add(name);
    byName.get(name)?.imports.forEach(follow);
  };
  for (const { isEntry, fileName } of chunks) if (isEntry) follow(fileName);
  const size = (/** @type {typeof chunks} */ some) =>
    some.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  return { first: size(chunks.filter(({ fileName }) => first.has(fileName))), all: size(chunks) };
}
