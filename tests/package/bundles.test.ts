import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureBundle } from '../../bench/measureBundle.mjs';
import { root } from '../support/readSource.ts';

// What each entry may weigh at most, in KB, gzipped, with its dependencies and without React. The goals are in
// bench/goals.ts, and what stands between in bench/README.md; here nothing grows unseen.

const KB = 1024;
const budgets = [
  {
    name: 'the whole card',
    source: `export { SubscriberCard, SubscriberCardProvider } from 'subscriber-card';`,
    first: 90,
    all: 165,
  },
  {
    name: 'the tag picker',
    source: `export { TagPicker, SubscriberProvider, SubscriberCardProvider } from 'subscriber-card';`,
    first: 52,
    all: 99,
  },
  { name: './headless', source: `export * from 'subscriber-card/headless';`, first: 53, all: 53 },
] as const;

const isBuilt = existsSync(join(root, 'dist/index.js'));

if (!isBuilt) test('needs the build', ({ skip }) => skip('run `npm run build` first'));

describe.runIf(isBuilt)('a host loads', { timeout: 60_000 }, () => {
  test.each(budgets)(
    '$name: at first at most $first KB, and all in all $all',
    async ({ source, first, all }) => {
      const size = await measureBundle(source);
      expect(size.first / KB).toBeLessThanOrEqual(first);
      expect(size.all / KB).toBeLessThanOrEqual(all);
      // What is fetched on intent is not there from the start.
      if (all > first) expect(size.first).toBeLessThan(size.all * 0.7);
    },
  );

  test('with the header alone neither lists nor forms, nor what they are made of', async () => {
    const { modules } = await measureBundle(`export { ContactHeader } from 'subscriber-card';`);
    expect(modules.some((id) => id.includes('ContactHeader'))).toBe(true);
    const others =
      /downshift|@radix-ui|react-virtual|TagPicker|TagInput|DealForm|ContactEditor|VariableInput/;
    expect(modules.filter((id) => others.test(id))).toEqual([]);
  });

  test('with the whole card neither Radix, Downshift nor a windowed list before they are used', async () => {
    const { modules } = await measureBundle(budgets[0].source);
    expect(
      modules.filter((id) => /downshift|@radix-ui|react-virtual|components.DealForm|ContactEditor/.test(id)),
    ).toEqual([]);
  });
});
