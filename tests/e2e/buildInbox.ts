import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const execute = promisify(execFile);

/** Builds the package, and the page of the example on it, where their sources are newer than what was built. */
export async function buildInbox(): Promise<void> {
  const packageSources = ['src', 'package.json', 'vite.config.ts', 'publicEntries.mjs'];
  if (await isOlder('dist/index.js', packageSources)) await build([]);
  const pageSources = ['dist', 'examples/inbox/web'];
  if (await isOlder('examples/inbox/web/dist/index.html', pageSources)) {
    await build(['--config', 'examples/inbox/web/vite.config.ts']);
  }
}

async function build(parameters: readonly string[]): Promise<void> {
  // In a process of its own: this one says `NODE_ENV=test`, with which React's development build would be bundled.
  const env = { ...process.env, NODE_ENV: 'production' };
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await execute(process.execPath, [vite, 'build', '--logLevel', 'warn', ...parameters], { cwd: root, env });
}

async function isOlder(built: string, sources: readonly string[]): Promise<boolean> {
  const builtAt = await changedAt(join(root, built));
  const changes = await Promise.all(sources.map((source) => newestIn(join(root, source), built)));
  return Math.max(...changes) > builtAt;
}

async function newestIn(path: string, built: string): Promise<number> {
  const isFolder = (await stat(path)).isDirectory();
  if (!isFolder) return changedAt(path);
  const entries = await readdir(path, { withFileTypes: true });
  // What is built may stand inside of what it is built from.
  const others = entries.filter(({ name }) => join(path, name) !== join(root, built, '..'));
  return Math.max(0, ...(await Promise.all(others.map(({ name }) => newestIn(join(path, name), built)))));
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
