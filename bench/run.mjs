import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { ensureChromium } from '../tests/support/chromium.mjs';

// `npm run bench`: everything. `npm run bench -- picker ours antd`: these, and nothing is written down.

const bench = fileURLToPath(new URL('.', import.meta.url));
const root = join(bench, '..');
const pages = join(bench, 'dist');

const { module } = await runnerImport(join(bench, 'bench.ts'), { configFile: false, logLevel: 'error' });
/** @type {typeof import('./bench.ts')} */
const { planOf, runBench } = module;
const plan = planOf(process.argv.slice(2));

if (isOlder(join(root, 'dist/index.js'), join(root, 'src')))
  run('npm', ['run', 'build'], root, { NODE_ENV: 'production' });
if (!existsSync(join(bench, 'node_modules'))) run('npm', ['ci', '--no-audit', '--no-fund'], bench);
process.env.CHROMIUM_PATH = await ensureChromium((line) => console.error(line));
const contestants = readdirSync(join(bench, 'contestants'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && plan.contestants.includes(entry.name))
  .map(({ name }) => name);
run(process.execPath, [join(bench, 'build.mjs'), pages, ...contestants], root, { NODE_ENV: 'production' });
process.exitCode = (await runBench(plan, pages)) ? 0 : 1;

/**
 * @param {string} command
 * @param {string[]} parameters
 * @param {string} cwd
 * @param {Record<string, string>} env
 */
function run(command, parameters, cwd, env = {}) {
  execFileSync(command, parameters, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
}

/**
 * Whether the built file is not of these sources.
 *
 * @param {string} built
 * @param {string} sources
 */
function isOlder(built, sources) {
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return readdirSync(sources, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > builtAt,
  );
}
