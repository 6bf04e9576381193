// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { useUndo } from '../../src/hooks/useUndo.ts';
import { useVariables } from '../../src/hooks/useVariables.ts';
import { toFieldId } from '../../src/model/field.ts';
import { aSubscriber, aVariable } from '../support/fixtures.ts';
import { marina, renderCardHook } from '../support/renderCardHook.tsx';

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

async function open() {
  const variables = ['Plan', 'City'].map((label) => aVariable({ key: label.toLowerCase(), label }));
  const adapter = createMemoryAdapter({ subscribers: [aSubscriber({ variables })] });
  const { result, client } = renderCardHook(() => {
    useVariables();
    return useUndo();
  }, adapter);
  await wait(100);
  const { store } = client.getCard(marina);
  return {
    undo: () => result.current,
    async set(key: string, value: string) {
      act(() => store.mutate(new Map([[toFieldId({ kind: 'variable', key }), value]])));
      await wait(100);
    },
  };
}

test('the last change can be taken back for ten seconds', async () => {
  const { undo, set } = await open();
  await set('plan', 'pro');
  expect(undo().label).toBe('Plan');
  await wait(9_000);
  expect(undo().label).toBe('Plan');
  await wait(1_000);
  expect(undo()).toMatchObject({ change: undefined, label: '' });
});

test('an offer that somebody was at does not come back when a later one has gone', async () => {
  const { undo, set } = await open();
  await set('plan', 'pro');
  act(() => undo().hold(true));
  await set('city', 'Recife');
  expect(undo().label).toBe('City');
  await wait(60_000);
  expect(undo().label).toBe('City');
  act(() => undo().hold(false));
  await wait(10_000);
  expect(undo().change).toBeUndefined();
});

test('an offer that was taken while somebody was at it does not hold the next one', async () => {
  const { undo, set } = await open();
  await set('plan', 'pro');
  act(() => undo().hold(true));
  act(() => undo().undo());
  await wait(100);
  expect(undo().label).toBe('Plan');
  await wait(10_000);
  expect(undo().change).toBeUndefined();
});
