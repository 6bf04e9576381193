import type { CardPage } from '../pages/openCard.ts';
import type { Sample, Turn, Work } from '../runner/Work.ts';

const lengths = { kilobyte: 1_000, megabyte: 1_000_000 };
const TIMES = 5;

/** A card with a value of a megabyte. */
export const text: Work = {
  name: 'text',
  title: 'A card of 10 variables, one of them a long text',
  floors: ['clipped', 'plain'],
  peers: [],
  measures: [
    { id: 'kilobyte', title: 'of 1 KB, mount', unit: 'ms' },
    { id: 'megabyte', title: 'of 1 MB, mount', unit: 'ms' },
  ],
  async *run({ stage, contestant }: Turn): AsyncGenerator<Sample> {
    const page = await stage.open<CardPage>(contestant, 'card');
    let number = 0;
    for (let turn = -2; turn < TIMES; turn += 1) {
      for (const [measure, length] of Object.entries(lengths)) {
        number += 1;
        const ms = await page.call('mount', number, { variables: 9, tags: 8, deals: 8, text: length }, true);
        if (turn >= 0) yield [measure, ms];
      }
    }
    await page.close();
  },
};
