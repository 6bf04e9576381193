import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromium } from 'playwright';

const execute = promisify(execFile);

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
 * @returns {Promise<string>}
 */
export async function ensureChromium(say) {
  const found = findChromium();
  if (found) return found;

  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    say('none found: installing the Debian package with apt-get');
    await attempt('apt-get', ['update', '-qq'], say);
    await attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], say);
    const installed = findChromium();
    if (installed) return installed;
  }

  say('none found: asking the installer of Playwright');
  const withDependencies = isRoot ? ['--with-deps'] : [];
  await attempt('npx', ['--no-install', 'playwright', 'install', ...withDependencies, 'chromium'], say);
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The tests need Chromium, and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH.',
  );
}

/**
 * Runs an installer; a failure is said, not thrown, because another installer may follow.
 *
 * @param {string} command
 * @param {string[]} parameters
 * @param {(line: string) => void} say
 */
async function attempt(command, parameters, say) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const running = execute(command, parameters, { env, timeout: 300_000, maxBuffer: 64 * 1024 * 1024 });
  running.child.stdin?.end();
  await running.catch((error) => say(`${command} ${parameters.join(' ')} failed: ${error.message.trim()}`));
}
