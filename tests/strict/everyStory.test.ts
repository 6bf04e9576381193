import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../e2e/openDesk.ts';
import { root } from '../support/readSource.ts';
import { type Policy, servePage } from './servePage.ts';

const common =
  "default-src 'none'; script-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** What `docs/strict-csp.md` says to set, with and without the browser's own select. */
const policies: { readonly [name: string]: Policy } = {
  'no inline style, Trusted Types, and the select of the browser': {
    header: `${common}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
  'a nonce for inline styles, and the select of the card': {
    header: `${common}; style-src 'self' 'nonce-c2VjcmV0'`,
    nonce: 'c2VjcmV0',
  },
};

const components = (await readdir(join(root, 'stories')))
  .filter((file) => file.endsWith('.stories.tsx'))
  .map((file) => file.replace('.stories.tsx', ''));

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subscriber-card-strict-'));
  // In a process of its own: this one says `NODE_ENV=test`, with which React's development build would be bundled.
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
  const parameters = [...vite, '--config', 'tests/strict/page/vite.config.ts', '--outDir', folder];
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, parameters, { cwd: root, env });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

test.each([...components, 'Element'])(
  'no story of %s breaks a policy, however much of it is opened',
  async (component) => {
    // Most of the time a story waits for something: the policies are tried side by side.
    const broken = await Promise.all(Object.values(policies).map((policy) => play(component, policy)));
    expect(broken.flat()).toEqual([]);
  },
);

describe.each(Object.entries(policies))('under %s', (_name, policy) => {
  test.each([
    ['a style attribute', 'style-src-attr'],
    ['a style element', 'style-src-elem'],
    ...(policy.nonce ? [] : [['markup out of a text', 'require-trusted-types-for']]),
  ])('%s is reported, and with it any of ours would be', async (what, directive) => {
    const { page, close } = await open(policy);
    await page.evaluate(`storyPage.break(${JSON.stringify(what)})`);
    expect((await violations(page)).map((violation) => violation.split(':')[0])).toEqual([directive]);
    await close();
  });
});

/** What each story of a component does against the policy, and what the page throws. */
async function play(component: string, policy: Policy): Promise<string[]> {
  const { page, errors, close } = await open(policy);
  const all: string[] = await page.evaluate('storyPage.names');
  const names = all.filter((name) => name.startsWith(`${component}/`));
  expect(names).not.toEqual([]);
  const broken: string[] = [];
  for (const name of names) {
    const before = (await violations(page)).length;
    await page.evaluate(`storyPage.play(${JSON.stringify(name)})`);
    await page.evaluate('storyPage.openAll()');
    broken.push(...(await violations(page)).slice(before).map((violation) => `${name}: ${violation}`));
  }
  await close();
  return [...broken, ...errors];
}

async function open(policy: Policy) {
  const served = await servePage(folder, policy);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(served.url);
  await page.waitForFunction('window.storyPage');
  async function close() {
    await page.close();
    await served.stop();
  }
  return { page, errors, close };
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate('violations');
}
