import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../e2e/openDesk.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const KB = 1024;
/** As many subscribers as the demo data has: after whole rounds the same one is shown. */
const ROUND = 16;
/** Nothing of a card that is gone is held for longer: so many milliseconds a read counts as fresh. */
const HELD = 5_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subscriber-card-leaks-'));
  // In a process of its own: this one says `NODE_ENV=test`, with which React's development build would be bundled.
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
  const parameters = [...vite, '--config', 'tests/mounted/leaks/vite.config.ts', '--outDir', folder];
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, parameters, { cwd: root, env });
});

afterAll(async () => {
  if (folder) await rm(folder, { recursive: true });
});

describe.concurrent('the card leaves nothing behind', { timeout: 400_000 }, () => {
  test('after 1,000 mounts and unmounts: no node, no listener, less than 512 KB', async () => {
    const left = await measureGrowth('leaks.mountAndUnmount(400)', 'leaks.mountAndUnmount(1000)', 512 * KB);
    expect(left).toEqual({ nodes: 0, listeners: 0, heap: expect.toSatisfy(isBelow(512 * KB)) });
  });

  test('after 10,000 switches of one mounted card: no node, no listener, less than 2 MB', async () => {
    const work = `leaks.switchThrough(${ROUND * Math.ceil(10_000 / ROUND)})`;
    const left = await measureGrowth(`leaks.switchThrough(${ROUND * 20})`, work, 2048 * KB);
    expect(left).toEqual({ nodes: 0, listeners: 0, heap: expect.toSatisfy(isBelow(2048 * KB)) });
  });

  test('after 500 more subscribers than are kept: no node, no listener, less than 512 KB', async () => {
    const left = await measureGrowth('leaks.meet(300)', 'leaks.meet(500)', 512 * KB);
    expect(left).toEqual({ nodes: 0, listeners: 0, heap: expect.toSatisfy(isBelow(512 * KB)) });
  });
});

interface Usage {
  readonly nodes: number;
  readonly listeners: number;
  /** Bytes. */
  readonly heap: number;
}

/**
 * What there is after some work, over what there was after the same work had warmed up. In a browser of its own.
 * Heap beyond the limit is measured once more.
 */
async function measureGrowth(warmUp: string, work: string, limit: number): Promise<Usage> {
  const browser = await launchBrowser();
  try {
    // What is out of sight is not painted: without a graphics card that would take most of the time.
    const page = await browser.newPage({ viewport: { width: 420, height: 10 } });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.setContent('<!doctype html><html lang="en"><title>Leaks</title></html>');
    await page.addStyleTag({ path: join(folder, 'page.css') });
    await page.addScriptTag({ path: join(folder, 'page.js') });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');

    await page.evaluate(warmUp);
    // What the engine compiles late is there once. What is left behind is left behind every time.
    let left = await measureRound(page, session, work);
    if (left.heap >= limit) left = await measureRound(page, session, work);
    expect(errors).toEqual([]);
    return left;
  } finally {
    await browser.close();
  }
}

async function measureRound(page: Page, session: CDPSession, work: string): Promise<Usage> {
  const before = await measure(session);
  await page.evaluate(work);
  const after = await measure(session);
  const left = {
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    heap: after.heap - before.heap,
  };
  console.info(`${work}: ${left.nodes} nodes, ${left.listeners} listeners, ${Math.round(left.heap / KB)} KB`);
  return left;
}

async function measure(session: CDPSession): Promise<Usage> {
  await sleep(HELD + 500);
  // What a finalizer lets go of is collected only the next time.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const metric = (name: string) => metrics.find((it) => it.name === name)?.value ?? Number.NaN;
  return { nodes: metric('Nodes'), listeners: metric('JSEventListeners'), heap: usedSize };
}

function isBelow(limit: number): (value: number) => boolean {
  return (value) => value < limit;
}
