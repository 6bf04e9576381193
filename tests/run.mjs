import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './support/chromium.mjs';

// `npm test` runs everything; `npm test -- unit stories` runs the parts that are named.

const root = fileURLToPath(new URL('..', import.meta.url));
const reporter = fileURLToPath(new URL('support/countReporter.mjs', import.meta.url));
const minutes = 60_000;

/** @type {Record<string, string[][]>} */
const checks = {
  lint: [['biome', 'check', '--error-on-warnings']],
  types: [['tsc', '--noEmit']],
  build: [
    ['vite', 'build', '--logLevel', 'warn'],
    ['tsc', '-p', 'tsconfig.build.json'],
  ],
};
const projects = ['unit', 'browser', 'stories', 'visual', 'e2e'];
const projectsOnTheBuild = ['unit', 'e2e'];

const parts = [...Object.keys(checks), ...projects];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: choose from ${parts.join(', ')}.`);
  process.exit(2);
}

const chosenProjects = projects.filter((name) => asked.length === 0 || asked.includes(name));
const needsBuild = chosenProjects.some((name) => projectsOnTheBuild.includes(name));
const chosenChecks = Object.keys(checks).filter(
  (name) => asked.length === 0 || asked.includes(name) || (name === 'build' && needsBuild),
);

const totals = { passed: 0, failed: 0, skipped: 0 };
/** @type {NodeJS.ProcessEnv} */
const environment = { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1', NO_UPDATE_NOTIFIER: '1' };

await Promise.all([...chosenChecks.map(check), ...(chosenProjects.length > 0 ? [chromium()] : [])]);
if (chosenProjects.length > 0) await test(chosenProjects);

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** @param {string} name */
async function check(name) {
  const began = Date.now();
  for (const command of checks[name] ?? []) {
    const { ok, output } = await run(command, { timeout: 5 * minutes });
    if (ok) continue;
    totals.failed += 1;
    say(name, `failed\n${output.trim()}`);
    return;
  }
  totals.passed += 1;
  say(name, `passed in ${seconds(began)}`);
}

async function chromium() {
  try {
    environment.CHROMIUM_PATH = await ensureChromium((line) => say('chromium', line));
    say('chromium', environment.CHROMIUM_PATH);
  } catch (error) {
    totals.failed += 1;
    say('chromium', error instanceof Error ? error.message : String(error));
  }
}

/**
 * One Vitest for all projects, so that their servers and caches start once.
 *
 * @param {string[]} names
 */
async function test(names) {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'subscriber-card-'));
  environment.TEST_COUNTS = join(folder, 'counts.json');
  const filters = names.flatMap((name) => ['--project', name]);
  const { ok } = await run(['vitest', 'run', ...filters, '--reporter=default', `--reporter=${reporter}`], {
    timeout: 40 * minutes,
    show: true,
  });
  const report = read(environment.TEST_COUNTS);
  rmSync(folder, { recursive: true });

  let failed = report.unhandled;
  for (const name of names) {
    const counts = report.projects[name] ?? { passed: 0, failed: 0, skipped: 0 };
    const ranNone = counts.passed + counts.failed === 0;
    if (ranNone) counts.failed += 1;
    for (const state of /** @type {const} */ (['passed', 'failed', 'skipped']))
      totals[state] += counts[state];
    failed += counts.failed;
    say(name, ranNone ? 'failed: no test ran' : `${counts.passed} passed, ${counts.failed} failed`);
  }
  totals.failed += report.unhandled;
  if (report.unhandled > 0) say('vitest', `${report.unhandled} errors outside of any test`);
  if (!ok && failed === 0) {
    totals.failed += 1;
    say('vitest', 'failed, though no test did: see above');
  }
  say('vitest', `ended after ${seconds(began)}`);
}

/**
 * @param {string} file
 * @returns {{ projects: Record<string, import('./support/countReporter.mjs').Counts>, unhandled: number }}
 */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { projects: {}, unhandled: 0 };
  }
}

/**
 * @param {string[]} command A program of `node_modules/.bin`, and its parameters.
 * @param {{ timeout: number, show?: boolean }} options
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run([program = '', ...parameters], { timeout, show = false }) {
  const pipe = show ? 'inherit' : 'pipe';
  // A group of its own: at the time limit its browsers and servers end with it.
  const child = spawn(join(root, 'node_modules/.bin', program), parameters, {
    cwd: root,
    env: environment,
    stdio: ['ignore', pipe, pipe],
    detached: true,
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const end = () => child.pid && process.kill(-child.pid, 'SIGKILL');
  const leave = () => {
    end();
    process.exit(130);
  };
  const timer = setTimeout(() => {
    say(program, `stopped: it took longer than ${timeout / minutes} minutes`);
    end();
  }, timeout);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, leave);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => {
      clearTimeout(timer);
      for (const signal of ['SIGINT', 'SIGTERM']) process.removeListener(signal, leave);
      resolve({ ok: code === 0, output });
    });
  });
}

/** @param {string} name @param {string} line */
function say(name, line) {
  console.log(`${name.padEnd(9)} ${line}`);
}

/** @param {number} began */
function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
