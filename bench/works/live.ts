import type { Phase } from '../pages/liveEvents.ts';
import type { CardPage } from '../pages/openCard.ts';
import type { OpenPage } from '../runner/openStage.ts';
import type { Measure, Sample, Turn, Work } from '../runner/Work.ts';

const size = { variables: 200, tags: 20, deals: 20 };
const PER_SECOND = 1_000;
const SECONDS = 5;
const SLOWER = 4;
/** A fast typist's. */
const BETWEEN_KEYS = 70;
const phases: readonly Phase[] = ['typing', 'opening', 'picking', 'saving'];

/** An operator at work while a thousand events a second come in, on a machine a quarter as fast as this one. */
export const live: Work = {
  name: 'live',
  title:
    '1,000 live events a second for 5 s at 4× CPU throttle, card of 200 variables and 10,000 tags to choose from',
  floors: ['plain', 'memoised'],
  peers: [],
  measures: [
    ...phases.map((phase): Measure => ({ id: phase, title: `${phase}, from press to paint`, unit: 'ms' })),
    { id: 'all', title: 'all of them, from press to paint', unit: 'ms' },
  ],
  async *run({ stage, contestant }: Turn): AsyncGenerator<Sample> {
    const page = await stage.open<CardPage>(contestant, 'card');
    await page.call('mount', 1, size, true);
    // Once without anything else: what is fetched ahead is there, and the engine knows the way.
    await work(page, 'First');
    await page.session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.call('startEvents', PER_SECOND, SECONDS, size.variables);
    const began = Date.now();
    for (let turn = 1; Date.now() - began < SECONDS * 1000; turn += 1)
      await work(page, `Text ${turn} of them`);
    const { durations } = await page.call('endEvents');
    await page.session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.close();
    for (const { phase, ms } of durations) {
      yield [phase, ms];
      yield ['all', ms];
    }
  },
};

/** Edits a variable, saves it, opens the list of tags, searches and picks one. */
async function work({ page, call }: OpenPage<CardPage>, text: string): Promise<void> {
  await call('setPhase', 'opening');
  const pencil = page.getByRole('button', { name: 'Edit Plan 0', exact: true });
  await pencil.hover({ force: true });
  await pencil.click();
  await page.getByRole('textbox', { name: 'Plan 0' }).waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await call('setPhase', 'typing');
  await page.keyboard.type(text, { delay: BETWEEN_KEYS });
  await call('setPhase', 'saving');
  await page.keyboard.press('Enter');
  await page.getByText(text).first().waitFor();
  await call('setPhase', 'opening');
  const field = page
    .getByRole('combobox', { name: 'Add tag' })
    .or(page.getByRole('textbox', { name: 'Add tag' }));
  await field.click();
  const options = page.locator('[role=option], .window-option');
  await options.nth(3).waitFor();
  await call('setPhase', 'typing');
  await page.keyboard.type('47', { delay: BETWEEN_KEYS });
  await call('setPhase', 'picking');
  await options.nth(2).click();
  await page.keyboard.press('Escape');
}
