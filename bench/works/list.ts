import type { Rows } from '../pages/List.ts';
import type { ListPage } from '../pages/openList.ts';
import type { Measure, Sample, Turn, Work } from '../runner/Work.ts';

const sizes = [100, 1_000, 10_000];
const kinds: readonly Rows[] = ['variables', 'deals'];
/** Who draws all rows is asked once a round. */
const SLOW = 1_000;
const STEPS = 40;

/** Long lists in a pane of 600 px: mounted, and scrolled. */
export const list: Work = {
  name: 'list',
  title: 'Long lists in a pane of 600 px',
  floors: ['window', 'plain'],
  peers: ['react-virtual', 'virtuoso'],
  measures: kinds.flatMap((kind) =>
    sizes.flatMap((size): readonly Measure[] => {
      const name = `${size.toLocaleString('en')} ${kind}`;
      return [
        { id: `mount ${kind} ${size}`, title: `${name}, mount`, unit: 'ms' },
        { id: `frame ${kind} ${size}`, title: `${name}, frame while scrolling`, unit: 'ms' },
        { id: `rows ${kind} ${size}`, title: `${name}, rows drawn`, unit: 'rows' },
        { id: `blanks ${kind} ${size}`, title: `${name}, frames with a blank`, unit: '%' },
      ];
    }),
  ),
  async *run({ stage, contestant, isShort }: Turn): AsyncGenerator<Sample> {
    const page = await stage.open<ListPage>(contestant, 'list');
    for (const kind of kinds) {
      for (const size of isShort ? [100, 1_000] : sizes) {
        const turns = 3;
        for (let turn = 0, isSlow = false; turn <= turns && !isSlow; turn += 1) {
          const ms = await page.call('mount', kind, size);
          isSlow = ms > SLOW;
          if (turn > 0 || isSlow) yield [`mount ${kind} ${size}`, ms];
          if (turn === turns || isSlow) {
            const { frames, blanks, rows } = await page.call('scroll', size === 100 ? 5 : STEPS);
            for (const frame of frames) yield [`frame ${kind} ${size}`, frame];
            yield [`rows ${kind} ${size}`, rows];
            yield [`blanks ${kind} ${size}`, (100 * blanks) / frames.length];
          }
          await page.call('unmount');
        }
      }
    }
    await page.close();
  },
};
