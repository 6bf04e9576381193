import type { PickerPage, Target } from '../pages/openPicker.ts';
import type { OpenPage } from '../runner/openStage.ts';
import type { Measure, Sample, Turn, Work } from '../runner/Work.ts';

const sizes = [100, 1_000, 10_000, 50_000];
const steps: readonly { readonly id: string; readonly title: string }[] = [
  { id: 'mount', title: 'mount' },
  { id: 'open', title: 'first open' },
  { id: 'key', title: 'a key' },
  { id: 'select', title: 'select' },
];
/** From nothing at hover to the press: what a hand needs at least. */
const HOVER = 120;
/** Who takes longer than this over a list is asked only once a round. */
const SLOW = 700;

/** The field for tags, with as many tags as an account may have. */
export const picker: Work = {
  name: 'picker',
  title: 'The tag picker',
  floors: ['window'],
  peers: ['downshift', 'antd', 'mui', 'mantine', 'react-select', 'base-ui', 'react-aria', 'cmdk'],
  measures: [
    { id: 'cold', title: '10,000 tags, pressed at once on a fresh page', unit: 'ms' },
    ...sizes.flatMap((size) => steps.map(({ id, title }) => toMeasure(id, title, size))),
    { id: 'nodes', title: '10,000 tags, elements when open', unit: 'nodes' },
    { id: 'serverOpen', title: '50,000 tags on a server, first open', unit: 'ms' },
    { id: 'serverKey', title: '50,000 tags on a server, a key', unit: 'ms' },
  ],
  async *run({ stage, contestant, isShort }: Turn): AsyncGenerator<Sample> {
    const page = await stage.open<PickerPage>(contestant, 'picker');
    await page.call('mount', 10_000, 'page');
    yield ['cold', await open(page, 0)];
    await page.call('unmount');
    for (const size of isShort ? [100, 10_000] : sizes) {
      // The first turn is for the engine, which compiles what is hot.
      const turns = size > 10_000 ? 1 : isShort ? 4 : 3;
      for (let turn = 0, isSlow = false; turn <= turns && !isSlow; turn += 1) {
        for await (const [step, value] of visit(page, size)) {
          if (step === 'open') isSlow = value > SLOW;
          if (turn > 0 || isSlow || size > 10_000) yield [step === 'nodes' ? step : `${step} ${size}`, value];
        }
      }
    }
    if (contestant === 'ours' && !isShort) yield* searchServer(page);
    await page.close();
  },
};

function toMeasure(id: string, title: string, size: number): Measure {
  return { id: `${id} ${size}`, title: `${size.toLocaleString('en')} tags, ${title}`, unit: 'ms' };
}

/** Mounts the field, opens it, types, picks a tag, and takes it away again. */
async function* visit(page: OpenPage<PickerPage>, size: number): AsyncGenerator<Sample> {
  yield ['mount', await page.call('mount', size, 'page')];
  yield ['open', await open(page, HOVER)];
  if (size === 10_000) yield ['nodes', await page.call('countNodes')];
  yield* typeQuery(page, size === 100 ? '4' : '472', 'key');
  const option = await page.call('findOption');
  await page.page.mouse.move(option.x, option.y);
  await page.call('watchPick', option.name);
  await press(page, option);
  yield ['select', await page.call('takeMeasured')];
  await page.call('unmount');
}

async function* searchServer(page: OpenPage<PickerPage>): AsyncGenerator<Sample> {
  for (let turn = 0; turn < 2; turn += 1) {
    await page.call('mount', 50_000, 'server');
    yield ['serverOpen', await open(page, HOVER)];
    yield* typeQuery(page, '472', 'serverKey');
    await page.call('unmount');
  }
}

async function* typeQuery(
  page: OpenPage<PickerPage>,
  query: string,
  measure: string,
): AsyncGenerator<Sample> {
  for (let length = 1; length <= query.length; length += 1) {
    await page.call('watchKey', query.slice(0, length));
    await page.page.keyboard.press(query.charAt(length - 1));
    yield [measure, await page.call('takeMeasured')];
  }
}

/** The pointer comes, and a moment later the press; with no moment in between, nothing could be fetched ahead. */
async function open(page: OpenPage<PickerPage>, hover: number): Promise<number> {
  const trigger = await page.call('findTrigger');
  if (hover > 0) {
    await page.page.mouse.move(trigger.x, trigger.y);
    await page.page.waitForTimeout(hover);
  }
  await page.call('watchOpening');
  if (hover === 0) void page.page.mouse.move(trigger.x, trigger.y);
  await press(page, trigger);
  return page.call('takeMeasured');
}

/** Both halves are sent at once: between them nobody waits for the runner. */
async function press({ session }: OpenPage<PickerPage>, { x, y }: Target): Promise<void> {
  const place = { x, y, button: 'left', clickCount: 1 } as const;
  await Promise.all([
    session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...place }),
    session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...place }),
  ]);
}
