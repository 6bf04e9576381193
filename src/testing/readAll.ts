import type { Page, PageRequest } from '../adapters/DataAdapter.ts';
import { skip } from './createStage.ts';
import { demand, words } from './demand.ts';

/** All items of a list, page by page, and what the pages said of their number. */
export interface AllPages<Item> {
  readonly items: readonly Item[];
  readonly totals: readonly (number | undefined)[];
}

export async function readAll<Item>(
  list: (page: PageRequest) => Promise<Page<Item>>,
  limit?: number,
): Promise<AllPages<Item>> {
  const items: Item[] = [];
  const totals: (number | undefined)[] = [];
  const cursors = new Set<string>();
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await list({ limit, cursor });
    items.push(...page.items);
    totals.push(page.total);
    cursor = page.nextCursor;
    demand(cursor === undefined || !cursors.has(cursor), {
      that: 'The pages of a list come to an end',
      expected: words('no nextCursor on the last page'),
      got: cursor,
      advice:
        'A nextCursor means that there is more: leave it out where the backend says that there is none.',
    });
    if (cursor !== undefined) cursors.add(cursor);
    if (cursors.size > MANY) skip(`There are more than ${MANY} pages.`);
  } while (cursor !== undefined);
  return { items, totals };
}

const MANY = 1_000;
