// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { useTagSearch } from '../../src/hooks/useTagSearch.ts';
import { en } from '../../src/i18n/en.ts';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { createHeldAdapter } from '../support/createHeldAdapter.ts';
import { aTag } from '../support/fixtures.ts';

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function open(first = createHeldAdapter('searchTags'), language = en) {
  let [adapter, scope] = [first.adapter, 'one'];
  const wrapper = ({ children }: { children: ReactNode }) => (
    <SubscriberCardProvider adapter={adapter} scope={scope} locale={language}>
      {children}
    </SubscriberCardProvider>
  );
  const view = renderHook(({ query, isOpen }) => useTagSearch(query, isOpen), {
    wrapper,
    initialProps: { query: '', isOpen: false },
  });
  return {
    ...first,
    names: () => view.result.current.items.map(({ name }) => name),
    state: () => view.result.current,
    ask: (query: string, isOpen = true) => view.rerender({ query, isOpen }),
    switchTo(next: typeof first) {
      [adapter, scope] = [next.adapter, 'two'];
      view.rerender({ query: 'vi', isOpen: true });
    },
  };
}

test('reads nothing before it is open, and then filters here what it has whole', async () => {
  const { calls, ask, last, names, state } = open();
  await wait(1000);
  expect(calls).toEqual([]);
  ask('');
  expect(state().isLoading).toBe(true);
  await wait(0);
  await act(async () =>
    last('searchTags').answer({ items: [aTag(), aTag({ id: 'sp', name: 'São Paulo' })] }),
  );
  ask('sao');
  await wait(1000);
  expect([names(), calls.length]).toEqual([['São Paulo'], 1]);
});

test('asks the server for the last word only, and gives up the question before', async () => {
  const { ask, last, calls, names, state } = open();
  ask('');
  await wait(0);
  await act(async () => last('searchTags').answer({ items: [aTag()], nextCursor: '2' }));
  ask('v');
  await wait(100);
  ask('vi');
  await wait(200);
  expect(calls.map((call) => call.arguments[0])).toEqual(['', 'vi']);
  ask('vin');
  expect(calls[1]?.signal.aborted).toBe(true);
  await wait(200);
  await act(async () => calls[1]?.answer({ items: [aTag({ name: 'late' })] }));
  expect(state().isLoading).toBe(true);
  await act(async () => last('searchTags').answer({ items: [aTag({ name: 'Vinyl' })] }));
  expect([names(), state().isLoading]).toEqual([['Vinyl'], false]);
});

test('tells why the server found nothing', async () => {
  const { ask, last, state } = open();
  ask('');
  await wait(0);
  await act(async () => last('searchTags').answer({ items: [aTag()], nextCursor: '2' }));
  ask('vi');
  await wait(200);
  await act(async () => last('searchTags').fail(new AdapterError('unavailable', '503')));
  expect(state()).toMatchObject({ items: [], isLoading: false, error: { code: 'unavailable' } });
});

test('tries again with each opening where the vocabulary could not be read', async () => {
  const { ask, last, calls, state } = open();
  ask('');
  await wait(0);
  await act(async () => last('searchTags').fail(new AdapterError('forbidden', 'No.')));
  expect(state().error?.code).toBe('forbidden');
  ask('', false);
  ask('');
  await wait(0);
  expect(calls).toHaveLength(2);
  expect(state()).toMatchObject({ isLoading: true, error: undefined });
});

test('shows nothing that another account was found to have', async () => {
  const { ask, last, names, switchTo } = open();
  ask('');
  await wait(0);
  await act(async () => last('searchTags').answer({ items: [aTag()], nextCursor: '2' }));
  ask('vi');
  await wait(200);
  await act(async () => last('searchTags').answer({ items: [aTag({ name: 'VIP of one' })] }));
  expect(names()).toEqual(['VIP of one']);
  const two = createHeldAdapter('searchTags');
  switchTo(two);
  await wait(0);
  await act(async () => two.last('searchTags').answer({ items: [], nextCursor: '2' }));
  expect(names()).toEqual([]);
});

test.each([
  ['en', 'cafe', true],
  ['en', 'vip', true],
  ['tr', 'vip', true],
  ['ru', 'мои', false],
  ['ru', 'МОЙ', true],
])('in %s a tag of the name %s is there already: %s', async (locale, query, isThere) => {
  const { ask, last, state } = open(createHeldAdapter('searchTags'), { ...en, locale });
  ask('');
  await wait(0);
  const names = ['Café', 'VIP', 'Мой'];
  await act(async () =>
    last('searchTags').answer({ items: names.map((name, id) => aTag({ id: `${id}`, name })) }),
  );
  ask(query);
  expect(state()).toMatchObject({ items: [{}], hasExactMatch: isThere });
});
