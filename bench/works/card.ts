import type { CardPage } from '../pages/openCard.ts';
import type { OpenPage } from '../runner/openStage.ts';
import type { Sample, Turn, Work } from '../runner/Work.ts';

const size = { variables: 50, tags: 20, deals: 20 };

/** A card of 50 variables, 20 tags and 20 deals: mounted, given to somebody else, changed in one place. */
export const card: Work = {
  name: 'card',
  title: 'A card: header, 50 variables, 20 tags, 20 deals',
  floors: ['plain', 'memoised'],
  peers: ['mui', 'mantine', 'antd', 'radix-themes', 'radix', 'base-ui', 'react-aria'],
  measures: [
    { id: 'cold', title: 'first mount of the page', unit: 'ms' },
    { id: 'mount', title: 'mount', unit: 'ms' },
    { id: 'whole', title: 'mount, to the last row', unit: 'ms' },
    { id: 'open', title: 'mount, data read', unit: 'ms' },
    { id: 'show', title: 'another subscriber', unit: 'ms' },
    { id: 'showNew', title: 'another, data read', unit: 'ms' },
    { id: 'event', title: 'one variable, live event', unit: 'ms' },
    { id: 'edit', title: 'one variable, Enter in its editor', unit: 'ms' },
    { id: 'nodes', title: 'elements', unit: 'nodes' },
  ],
  async *run({ stage, contestant, round, isShort }: Turn): AsyncGenerator<Sample> {
    const page = await stage.open<CardPage>(contestant, 'card');
    const times = isShort ? 4 : 6;
    let number = round * 1000;
    const next = () => {
      number += 1;
      return number;
    };
    yield ['cold', await page.call('mount', next(), size, false)];
    // The engine compiles what is hot while it is used: what follows is measured warm.
    for (let turn = 0; turn < 6; turn += 1) await page.call('mount', next(), size, turn % 2 === 0);
    for (let turn = 0; turn < times; turn += 1) {
      yield ['mount', await page.call('mount', next(), size, true)];
      yield ['whole', await page.call('mountWhole', next(), size)];
      yield ['open', await page.call('mount', next(), size, false)];
    }
    const { nodes } = await page.call('countDrawn');
    yield ['nodes', nodes];
    for (let turn = 0; turn < 6; turn += 1) await page.call('show', next(), size, turn % 2 === 0);
    for (let turn = 0; turn < times; turn += 1) {
      yield ['show', await page.call('show', next(), size, true)];
      yield ['showNew', await page.call('show', next(), size, false)];
    }
    for (let turn = 0; turn < 6; turn += 1) await page.call('change', 0, `News ${next()}`);
    for (let turn = 0; turn < times * 2; turn += 1)
      yield ['event', await page.call('change', 0, `News ${next()}`)];
    await editVariable(page, `Text ${next()}`);
    for (let turn = 0; turn < times; turn += 1) yield ['edit', await editVariable(page, `Text ${next()}`)];
    await page.close();
  },
};

/** The pencil, a new text, Enter; from Enter on it counts. */
async function editVariable({ page, call }: OpenPage<CardPage>, text: string): Promise<number> {
  const pencil = page.getByRole('button', { name: 'Edit Plan 0', exact: true });
  // Some show it only where the pointer is.
  await pencil.hover({ force: true });
  await pencil.click();
  await page.getByRole('textbox', { name: 'Plan 0' }).fill(text);
  await call('watchText', 'keydown', text);
  await page.keyboard.press('Enter');
  return call('takeMeasured');
}
