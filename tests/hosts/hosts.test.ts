import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../e2e/openDesk.ts';
import { type Packed, packPackage } from '../package/packPackage.ts';
import { root } from '../support/readSource.ts';
import { type Host, installHost, Offline } from './installHost.ts';
import { production, type Served, serve } from './serve.ts';

const run = promisify(execFile);
const isBuilt = existsSync(join(root, 'dist/element.d.ts'));

const react18 = {
  ...{ react: '18.3.1', 'react-dom': '18.3.1' },
  ...{ '@types/react': '18.3.31', '@types/react-dom': '18.3.7' },
};
const react19 = {
  ...{ react: '19.3.1', 'react-dom': '19.3.1' },
  ...{ '@types/react': '19.3.0', '@types/react-dom': '19.3.0' },
};
const [vite, typescript] = [{ vite: '8.3.8' }, { typescript: '5.9.3' }];

const hosts: { readonly [name: string]: Host } = {
  'Vite and React 18.3': { sources: 'vite', packages: { ...react18, ...vite, ...typescript } },
  'Vite and React 19': { sources: 'vite', packages: { ...react19, ...vite, ...typescript } },
  'Vite and Vue 3': {
    sources: 'vue',
    packages: {
      ...react19,
      ...vite,
      ...typescript,
      ...{ vue: '3.5.45', 'vue-tsc': '3.3.14', '@vitejs/plugin-vue': '6.0.11' },
    },
  },
  'plain HTML': { sources: 'html', packages: { ...react19, ...vite, ...typescript } },
  'the app router of Next.js': {
    sources: 'next',
    packages: { ...react19, ...typescript, next: '16.4.6', '@types/node': '20.19.43' },
  },
};

if (!isBuilt) test('needs the build', ({ skip }) => skip('run `npm run build` first'));

let packed: Packed;
let browser: Browser;

beforeAll(async () => {
  if (!isBuilt) return;
  packed = packPackage();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  if (packed) rmSync(packed.folder, { recursive: true });
});

describe.runIf(isBuilt).each(Object.entries(hosts))('installed with %s', (_name, host) => {
  let folder = '';
  let offline: Offline | undefined;
  let served: Served | undefined;

  beforeAll(async () => {
    try {
      folder = await installHost(host, packed.file);
    } catch (error) {
      if (!(error instanceof Offline)) throw error;
      offline = error;
    }
  }, 300_000);
  afterAll(() => served?.stop());

  test('has types that its own TypeScript takes', async ({ skip }) => {
    if (offline) skip(offline.message);
    // Next.js checks them itself, while it builds.
    if (host.sources === 'next') return;
    const checker = host.sources === 'vue' ? 'vue-tsc/bin/vue-tsc.js' : 'typescript/bin/tsc';
    const { stdout } = await run(process.execPath, [program(folder, checker), '-p', folder]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });

  test('builds, draws the card with its styles, and saves an edit', { timeout: 300_000 }, async ({
    skip,
  }) => {
    if (offline) skip(offline.message);
    served = await build(folder, host.sources);
    const { page, complaints } = await openPage(served.url);
    await page.getByRole('heading', { name: 'Marina Oliveira' }).waitFor();
    const card = page.locator('.sbc-card');
    expect(await card.evaluate((element) => getComputedStyle(element).fontSize)).toBe('14px');
    expect(await card.evaluate((element) => getComputedStyle(element).containerName)).toBe('sbc-card');
    await page.getByRole('button', { name: 'Edit Dress size' }).click();
    await page.getByRole('textbox', { name: 'Dress size' }).fill('XS / 34');
    await page.keyboard.press('Enter');
    await card.getByText('XS / 34').waitFor();
    await page.getByRole('combobox', { name: 'Add tag' }).click();
    await page.getByRole('option', { selected: false }).first().click();
    if (host.sources === 'html' || host.sources === 'vue')
      await expect.poll(() => page.locator('output').textContent()).toBe('tagAdded');
    if (host.sources === 'vite') expect(await page.locator('output').textContent()).toBe('ready');
    expect(complaints).toEqual([]);
    await page.close();
  });

  if (host.sources === 'vue') {
    test('follows what Vue holds, as an element and mounted into one of Vue’s', async ({ skip }) => {
      if (!served) return skip('it was not built');
      const { page, complaints } = await openPage(served.url);
      await page.getByRole('heading', { name: 'Marina Oliveira' }).waitFor();
      await page.getByRole('button', { name: 'Open Olena' }).click();
      await page.getByRole('heading', { name: 'Олена Коваленко' }).waitFor();
      expect(await page.locator('subscriber-card').count()).toBe(1);
      await page.getByRole('button', { name: 'Turn', exact: true }).click();
      await page.locator('.mounted').getByRole('heading', { name: 'Олена Коваленко' }).waitFor();
      expect(await page.locator('subscriber-card').count()).toBe(0);
      const size = () =>
        page.locator('.mounted .sbc-card').evaluate((card) => getComputedStyle(card).fontSize);
      expect(await size()).toBe('14px');
      await page.getByRole('combobox', { name: 'Add tag' }).click();
      await page.getByRole('option', { selected: false }).first().click();
      await expect.poll(() => page.locator('output').textContent()).toBe('tagAdded');
      await page.getByRole('button', { name: 'Turn', exact: true }).click();
      expect(await page.locator('.mounted').count()).toBe(0);
      await page.getByRole('heading', { name: 'Олена Коваленко' }).waitFor();
      expect(complaints).toEqual([]);
      await page.close();
    });
  }

  if (host.sources !== 'next') return;

  test('is drawn on the server, without words that would be stale', async ({ skip }) => {
    if (!served) return skip('it was not built');
    const markup = await (await fetch(served.url)).text();
    const [card = ''] = /<aside.*<\/aside>/s.exec(markup) ?? [];
    expect(card).toContain('Marina Oliveira');
    expect(card.match(/\b(ago|yesterday|just now|in \d+ (min|h|days?))\b/gi)).toBeNull();
    expect(card).not.toMatch(/ style="/);
  });
});

async function build(folder: string, sources: Host['sources']): Promise<Served> {
  const isNext = sources === 'next';
  const file = program(folder, isNext ? 'next/dist/bin/next' : 'vite/bin/vite.js');
  await run(process.execPath, [file, 'build'], { cwd: folder, env: production() }).catch(
    (error: { stdout: string; stderr: string }) => {
      throw new Error(`${error.stdout}\n${error.stderr}`);
    },
  );
  const parameters = isNext
    ? ['start', '-p', '0', '-H', '127.0.0.1']
    : ['preview', '--port', '0', '--host', '127.0.0.1'];
  return serve(file, parameters, folder);
}

function program(folder: string, path: string): string {
  return join(folder, '../node_modules', path);
}

/** With all that the page and the browser say against it. */
async function openPage(url: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 480, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isOfThePage = message.location().url.endsWith('/favicon.ico');
    if (/error|warning/.test(message.type()) && !isOfThePage) complaints.push(message.text());
  });
  page.setDefaultTimeout(15_000);
  await page.goto(url);
  return { page, complaints };
}
