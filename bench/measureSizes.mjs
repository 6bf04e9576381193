import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { measureBundle } from './measureBundle.mjs';

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
  for (const [name, source] of Object.entries(entries)) sizes[contestant][name] = await sizeOf(source);
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
async function sizeOf(source) {
  const { first, all } = await measureBundle(source);
  return { first, all };
}
