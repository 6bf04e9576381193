import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { bench, buildOptions, ignoreDirectives } from './buildOptions.mjs';

/**
 * What a module of this source sends to a browser, minified and gzipped, React left out: `first` is what a page has to
 * load before it draws, `all` is with what comes when it is used, in bytes. `modules` are those of `first`. The module
 * stands in `folder`: packages are looked for from there.
 *
 * @param {string} source
 * @param {string} folder
 */
export async function measureBundle(source, folder = bench) {
  const entry = join(folder, 'size.entry.ts');
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
  const firstChunks = chunks.filter(({ fileName }) => first.has(fileName));
  return {
    first: size(firstChunks),
    all: size(chunks),
    modules: firstChunks.flatMap((chunk) => chunk.moduleIds),
  };
}
