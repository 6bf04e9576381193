import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from '../support/chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/.bin/vitest', import.meta.url));

/**
 * Lets random operators work on the mounted card in Chromium. Resolves with whether shown = server at the end, without
 * a page error.
 *
 * @param {{ seed: number, actions: number, say: (line: string) => void }} options
 * @returns {Promise<boolean>}
 */
export async function soakCard({ seed, actions, say }) {
  const CHROMIUM_PATH = await ensureChromium(say);
  const env = { ...process.env, CHROMIUM_PATH, SEED: String(seed), ACTIONS: String(actions) };
  const child = spawn(vitest, ['run', '--project', 'soak'], { cwd: root, env, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
