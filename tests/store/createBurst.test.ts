import { expect, test } from 'vitest';
import { createBurst } from '../../src/store/createBurst.ts';
import { createManualClock } from '../support/manualClock.ts';

function aBurst() {
  const clock = createManualClock();
  const passed: number[][] = [];
  const burst = createBurst<number>(clock, (item) => passed.at(-1)?.push(item));
  const during = (run: () => void) => {
    passed.push([]);
    run();
    return passed.at(-1);
  };
  return { clock, burst, during };
}

test('passes on at once what comes after a quiet moment', () => {
  const { clock, burst, during } = aBurst();
  expect(during(() => burst.take(1))).toEqual([1]);
  clock.advance(16);
  expect(during(() => burst.take(2))).toEqual([2]);
});

test('passes on a flood together, once a frame and in its order', () => {
  const { clock, burst, during } = aBurst();
  expect(during(() => [1, 2, 3].forEach(burst.take))).toEqual([1]);
  expect(during(() => clock.advance(15))).toEqual([]);
  expect(during(() => clock.advance(1))).toEqual([2, 3]);
  expect(during(() => burst.take(4))).toEqual([]);
  expect(during(() => clock.advance(16))).toEqual([4]);
  clock.advance(16);
  expect(during(() => burst.take(5))).toEqual([5]);
});

test('passes on what is held when it is asked to, once', () => {
  const { clock, burst, during } = aBurst();
  [1, 2, 3].forEach(burst.take);
  expect(during(burst.flush)).toEqual([2, 3]);
  expect(during(() => clock.advance(100))).toEqual([]);
});
