import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCodeBlocks } from '../docs/readCodeBlocks.ts';
import { launchBrowser } from '../e2e/openDesk.ts';
import { packPackage } from '../package/packPackage.ts';
import { root } from '../support/readSource.ts';
import { isUnreachable, toFolder, unpack } from './installHost.ts';
import { production, type Served, serve } from './serve.ts';

// What the README tells a newcomer to type, and nothing else: its commands, its file, `npm run dev`.

const run = promisify(execFile);
/** On the day this was written: the README is tested, and not what a new app will be some day. */
const newestApp = 'vite@9.3.0';
const isBuilt = existsSync(join(root, 'dist/element.d.ts'));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const section = /^## First render[\s\S]*?(?=^## )/m.exec(readme)?.[0] ?? '';
const blocks = readCodeBlocks('README.md', section);
const commands = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ code }) => code.trim().split('\n'));
const written = blocks.filter(({ file }) => file !== undefined);

if (!isBuilt) test('needs the build', ({ skip }) => skip('run `npm run build` first'));

test('the README says how to make an app, to install the package, to write one file and to look at it', () => {
  expect(commands.map((command) => command.split(' ', 2).join(' '))).toEqual([
    'npm create',
    'cd inbox',
    'npm install',
    'npm run',
  ]);
  expect(written.map(({ file }) => file)).toEqual(['src/App.tsx']);
  expect(section).toContain('`src/App.tsx`');
});

describe.runIf(isBuilt)('a newcomer with the README', () => {
  const folder = toFolder('readme', [newestApp, commands]);
  const app = join(folder, 'inbox');
  let offline = '';
  let browser: Browser;
  let served: Served | undefined;

  beforeAll(async () => {
    const packed = packPackage();
    try {
      await follow(folder, packed.file);
      await unpack(packed.file, app);
    } catch (error) {
      if (!(error instanceof Error && isUnreachable(error))) throw error;
      offline = `npm cannot be reached: ${error.message}`;
    } finally {
      rmSync(packed.folder, { recursive: true });
    }
    browser = await launchBrowser();
  }, 300_000);

  afterAll(async () => {
    await served?.stop();
    await browser?.close();
  });

  test('sees the card within a minute of `npm install`, as it is designed', async ({ skip, annotate }) => {
    if (offline) skip(offline);
    const began = performance.now();
    for (const { file = '', code } of written) await writeFile(join(app, file), code);
    const [script] = commands.slice(-1);
    expect(script).toBe('npm run dev');
    const env = { ...production(), NODE_ENV: 'development' };
    const vite = join(app, 'node_modules/vite/bin/vite.js');
    served = await serve(vite, ['--port', '0', '--host', '127.0.0.1'], app, env);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) complaints.push(message.text());
    });
    await page.goto(served.url);
    const name = page.getByRole('heading', { name: 'Marina Oliveira' });
    await name.waitFor({ timeout: 60_000 });
    const seconds = (performance.now() - began) / 1000;
    await annotate(`drawn ${seconds.toFixed(1)} s after npm install`);
    expect(seconds).toBeLessThan(60);
    // The CSS of a new app says `h2 { font-size: 24px; font-weight: 500 }`, and more.
    const { fontSize, fontWeight } = await name.evaluate((element) => ({ ...getComputedStyle(element) }));
    expect(Number.parseFloat(fontSize)).toBeCloseTo(16);
    expect(fontWeight).toBe('600');
    expect(await page.locator('.sbc-card').evaluate((element) => element.clientWidth)).toBe(360);

    await page.getByRole('button', { name: 'Edit Dress size' }).click();
    await page.getByRole('textbox', { name: 'Dress size' }).fill('XS / 34');
    await page.keyboard.press('Enter');
    await page.getByText('XS / 34').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('M / 40').waitFor();
    expect(complaints).toEqual([]);
  });

  test('has an app that its own TypeScript takes', { timeout: 60_000 }, async ({ skip }) => {
    if (offline) skip(offline);
    const tsc = join(app, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-b', '--force'], { cwd: app }).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });
});

/** Types the commands, but for the last; what they have made stays for the next time. */
async function follow(folder: string, tarball: string): Promise<void> {
  const done = join(folder, 'installed');
  if (existsSync(done)) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(tarball, join(folder, 'subscriber-card.tgz'));
  let place = folder;
  for (const command of commands.slice(0, -1)) {
    const [program = '', ...parameters] = command
      .replace('vite@latest', newestApp)
      .replace('install subscriber-card', 'install ../subscriber-card.tgz')
      .split(' ');
    if (program === 'cd') place = join(place, parameters.join(' '));
    // What npm asks before it runs what it has fetched is answered with yes.
    else await run(program, parameters, { cwd: place, env: { ...process.env, npm_config_yes: 'true' } });
  }
  await writeFile(done, '');
}
