import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

// The simulation and the store that it runs, as one module: what a thread can import without a compiler, and what a
// seeded bug can be put into without touching a file.

/**
 * An exact change of one source file. Its text must be found once: a patch that is out of date fails.
 *
 * @typedef {{ readonly file: string, readonly find: string, readonly replace: string }} Patch
 */

const root = fileURLToPath(new URL('../../..', import.meta.url));
const entry = fileURLToPath(new URL('./runSequences.ts', import.meta.url));

/**
 * Bundles the simulation into a file of a temporary folder.
 *
 * @param {Patch} [patch]
 * @returns {Promise<{ url: string, remove: () => void }>}
 */
export async function bundleSimulation(patch) {
  let isPatched = patch === undefined;
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: patch
      ? [
          {
            name: 'seeded-bug',
            enforce: 'pre',
            transform(code, id) {
              if (id !== join(root, patch.file)) return undefined;
              isPatched = true;
              return { code: applied(patch, code), map: null };
            },
          },
        ]
      : [],
    ssr: { noExternal: true },
    build: { ssr: entry, write: false, minify: false, target: 'node20' },
  });
  if (!isPatched) throw new Error(`${patch?.file} is no part of the simulation.`);
  const [bundle] = [built].flat();
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('The simulation was not bundled.');
  const folder = mkdtempSync(join(tmpdir(), 'subscriber-card-simulation-'));
  const file = join(folder, 'simulation.mjs');
  writeFileSync(file, chunk.code);
  return {
    url: pathToFileURL(file).href,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * @param {Patch} patch
 * @param {string} code
 */
function applied({ file, find, replace }, code) {
  const places = code.split(find).length - 1;
  if (places !== 1) throw new Error(`"${find}" stands ${places} times in ${file}, not once.`);
  return code.replace(find, () => replace);
}
