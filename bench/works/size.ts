import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Sample, Turn, Work } from '../runner/Work.ts';

const script = fileURLToPath(new URL('../measureSizes.mjs', import.meta.url));
const KILOBYTE = 1_000;

/** What a browser has to fetch, minified and gzipped, React left out. */
export const size: Work = {
  name: 'size',
  title: 'Bundles, minified and gzipped, React left out',
  floors: [],
  peers: [
    'radix',
    'radix-themes',
    'base-ui',
    'mantine',
    'mui',
    'react-aria',
    'antd',
    'downshift',
    'cmdk',
    'react-select',
  ],
  rounds: 1,
  measures: [
    { id: 'whole card first', title: 'whole card, first load', unit: 'KB' },
    { id: 'whole card all', title: 'whole card, everything opened', unit: 'KB' },
    { id: 'tag picker first', title: 'tag picker, closed', unit: 'KB' },
    { id: 'tag picker all', title: 'tag picker, opened', unit: 'KB' },
    { id: 'headless all', title: '`./headless`', unit: 'KB' },
    { id: 'ContactHeader alone all', title: '`ContactHeader` alone', unit: 'KB' },
    { id: 'styles.css all', title: '`styles.css`', unit: 'KB' },
  ],
  async *run({ contestant }: Turn): AsyncGenerator<Sample> {
    const env = { ...process.env, NODE_ENV: 'production' };
    const { stdout } = await promisify(execFile)(process.execPath, [script, contestant], { env });
    const sizes = JSON.parse(stdout) as Record<string, Record<string, { first: number; all: number }>>;
    for (const [entry, { first, all }] of Object.entries(sizes[contestant] ?? {})) {
      if (size.measures.some(({ id }) => id === `${entry} first`)) yield [`${entry} first`, first / KILOBYTE];
      yield [`${entry} all`, all / KILOBYTE];
    }
  },
};
