import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packageFile = new URL('./package.json', import.meta.url);

/**
 * The package's own manifest: `exports` there is the one list of public entries.
 *
 * @type {{
 *   name: string,
 *   exports: Record<string, string | { types: string, default: string }>,
 *   dependencies: Record<string, string>,
 *   peerDependencies: Record<string, string>,
 * }}
 */
export const manifest = JSON.parse(readFileSync(packageFile, 'utf8'));

/**
 * Every JavaScript entry: what a host imports, the built file without its ending, and the source it is built from.
 *
 * @type {{ specifier: string, name: string, source: string }[]}
 */
export const publicEntries = Object.entries(manifest.exports).flatMap(([subpath, target]) => {
  if (typeof target === 'string' || !target.default.endsWith('.js')) return [];
  const name = target.default.replace(/^\.\/dist\//, '').replace(/\.js$/, '');
  const source = fileURLToPath(new URL(`./src/${name}.ts`, import.meta.url));
  return [{ specifier: subpath.replace(/^\./, manifest.name), name, source }];
});

/** Resolves our own entries to `src` instead of `dist`: for stories, tests and the example in development. */
export const sourceAliases = [
  ...publicEntries.map(({ specifier, source }) => ({ find: exactly(specifier), replacement: source })),
  ...['styles.css', 'styles.unlayered.css'].map((file) => ({
    find: exactly(`${manifest.name}/${file}`),
    replacement: fileURLToPath(new URL(`./src/styles/${file}`, import.meta.url)),
  })),
];

/** @param {string} specifier */
function exactly(specifier) {
  return new RegExp(`^${specifier.replace(/[.]/g, '\\.')}$`);
}
