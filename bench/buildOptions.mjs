import { fileURLToPath } from 'node:url';
import { manifest, publicEntries } from '../publicEntries.mjs';

export const bench = fileURLToPath(new URL('.', import.meta.url));

/**
 * What all builds have in common: for production, of our package as it is built.
 *
 * @returns {import('vite').InlineConfig}
 */
export function buildOptions() {
  return {
    configFile: false,
    root: bench,
    logLevel: 'warn',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    resolve: { alias: builtAliases(), dedupe: ['react', 'react-dom'] },
  };
}

/** Our own imports are those of the root; React is one for all. */
function builtAliases() {
  const built = [
    ...publicEntries.map(({ specifier, name }) => ({ specifier, file: `${name}.js` })),
    { specifier: `${manifest.name}/styles.css`, file: 'styles.css' },
  ];
  return built.map(({ specifier, file }) => ({
    find: new RegExp(`^${specifier.replaceAll('.', '\\.')}$`),
    replacement: fileURLToPath(new URL(`../dist/${file}`, import.meta.url)),
  }));
}

/**
 * Leaves out what is said of every `'use client'`.
 *
 * @type {NonNullable<import('vite').Rolldown.InputOptions['onLog']>}
 */
export const ignoreDirectives = (level, log, say) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') say(level, log);
};
