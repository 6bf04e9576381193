import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** What every Chromium of ours is started with: no sandbox (containers have none), no GPU, no calls home. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of a Chromium or Chrome on this machine: `CHROMIUM_PATH`, the system's, or Playwright's own.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) {
    throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no such file. Correct it or unset it.`);
  }
  return [chosen, ...systemPlaces, chromium.executablePath()].find((place) => place && existsSync(place));
}

/**
 * The same, after installing one where there is none; says what it did.
 *
 * @param {(line: string) => void} say
 * @returns {string}
 */
export function ensureChromium(say) {
  const found = findChromium();
  if (found) return found;

  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    say('no Chromium here: installing the Debian package with apt-get');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], environment, say);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], environment, say);
    const installed = findChromium();
    if (installed) return installed;
  }

  say('no Chromium here: asking the Playwright installer');
  const installer = ['playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium'];
  run('npx', ['--no-install', ...installer], process.env, say);
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The tests need Chromium, and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH.',
  );
}

/**
 * @param {string} command
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} env
 * @param {(line: string) => void} say
 */
function run(command, parameters, env, say) {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 240_000,
  });
  if (status === 0) return;
  const lastLines = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-5).join('\n');
  say(`${command} ${parameters.join(' ')} failed${error ? `: ${error.message}` : ''}\n${lastLines}`);
}
