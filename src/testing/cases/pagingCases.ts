import type { Page, PageRequest } from '../../adapters/DataAdapter.ts';
import { type Cases, type Stage, skip } from '../createStage.ts';
import { demandSame } from '../demand.ts';
import { readAll } from '../readAll.ts';
import { createDeal } from '../samples.ts';

type Item = { readonly id: string };
type List = (page: PageRequest) => Promise<Page<Item>>;

const lists: { readonly [method: string]: (stage: Stage) => Promise<List> } = {
  async listDeals(stage) {
    const { listDeals } = stage.need('listDeals');
    const list: List = (page) => listDeals(stage.subscriber, page, stage.reading);
    // Three, so that there are three pages of one.
    const { items } = await list({});
    for (let count = items.length; count < 3 && stage.adapter.createDeal; count += 1) await createDeal(stage);
    return list;
  },

  async searchTags(stage) {
    const { searchTags } = stage.need('searchTags');
    return (page) => searchTags('', page, stage.reading);
  },

  async searchMembers(stage) {
    const { searchMembers } = stage.need('searchMembers');
    return (page) => searchMembers('', page, stage.reading);
  },
};

export const pagingCases: Cases = Object.fromEntries(
  Object.entries(lists).flatMap(([method, prepare]) => [
    [
      `${method} hands out each item once, page by page`,
      async (stage: Stage) => {
        const list = await prepare(stage);
        const [small, large] = [await readAll(list, 1), await readAll(list, 100)].map(({ items }) =>
          items.map(({ id }) => id),
        ) as [string[], string[]];
        demandSame(
          `${method} has no item on two pages`,
          [...new Set(small)],
          small,
          'The cursor has to say where the last page ended, and the order has to be the same for every page.',
        );
        demandSame(
          `${method} loses no item between two pages`,
          [...large].sort(),
          [...small].sort(),
          'The cursor has to say where the last page ended, and the order has to be the same for every page.',
        );
      },
    ],
    [
      `${method} counts what there is, where it says a total`,
      async (stage: Stage) => {
        const { items, totals } = await readAll(await prepare(stage), 2);
        if (totals.every((total) => total === undefined)) skip('The answers have no total.');
        demandSame(
          `The total of ${method} is the number of all items, on every page`,
          totals.map(() => items.length),
          totals,
          'It counts all items and not those of the page; leave it out where the backend does not know it.',
        );
      },
    ],
  ]),
);
