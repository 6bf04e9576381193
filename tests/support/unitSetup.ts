import fc from 'fast-check';
import { afterEach } from 'vitest';
import { assertUnpolluted } from './assertUnpolluted.ts';

afterEach(assertUnpolluted);

// The same sequences in every run, so that a change is judged by what it changes. `SEED=random` looks further.
const seed = process.env.SEED ?? '20261122';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });

if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  afterEach(cleanup);
}
