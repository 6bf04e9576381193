import { setTimeout as sleep } from 'node:timers/promises';
import type { CardPage } from '../pages/openCard.ts';
import type { OpenPage } from '../runner/openStage.ts';
import type { Sample, Turn, Work } from '../runner/Work.ts';

const MEGABYTE = 1_000_000;

/** What the page's heap has more after the first mount than before, garbage collected. */
export const memory: Work = {
  name: 'memory',
  title: 'Memory of a mounted card: 50 variables, 20 tags, 20 deals',
  floors: ['plain', 'memoised'],
  peers: ['mui', 'mantine', 'antd', 'radix-themes', 'radix', 'base-ui', 'react-aria'],
  measures: [
    { id: 'first', title: 'first card of the page', unit: 'MB' },
    { id: 'another', title: 'with what a second one leaves in caches', unit: 'MB' },
  ],
  async *run({ stage, contestant }: Turn): AsyncGenerator<Sample> {
    const page = await stage.open<CardPage>(contestant, 'card');
    await page.session.send('HeapProfiler.enable');
    const size = { variables: 50, tags: 20, deals: 20 };
    const before = await measureHeap(page);
    await page.call('mount', 1, size, false);
    yield ['first', ((await measureHeap(page)) - before) / MEGABYTE];
    await page.call('show', 2, size, false);
    yield ['another', ((await measureHeap(page)) - before) / MEGABYTE];
    await page.close();
  },
};

async function measureHeap({ session }: OpenPage<CardPage>): Promise<number> {
  await sleep(300);
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
