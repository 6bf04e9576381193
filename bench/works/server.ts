import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Sample, Turn, Work } from '../runner/Work.ts';

const script = fileURLToPath(new URL('../renderOnServer.mjs', import.meta.url));

/** The card as a string, in a Node of its own. */
export const server: Work = {
  name: 'server',
  title: 'Server-side render: 50 variables and 20 tags',
  floors: ['plain'],
  peers: ['mui', 'mantine', 'antd', 'radix-themes', 'radix', 'base-ui', 'react-aria'],
  measures: [{ id: 'render', title: 'renderToString', unit: 'ms' }],
  async *run({ stage, contestant }: Turn): AsyncGenerator<Sample> {
    const env = { ...process.env, NODE_ENV: 'production' };
    const { stdout } = await promisify(execFile)(process.execPath, [script, stage.folder, contestant], {
      env,
    });
    for (const ms of JSON.parse(stdout) as number[]) yield ['render', ms];
  },
};
