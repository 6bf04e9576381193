// @vitest-environment jsdom
import { act, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { useDeals } from '../../src/hooks/useDeals.ts';
import { createHeldAdapter } from '../support/createHeldAdapter.ts';
import { aDeal, aSubscriber } from '../support/fixtures.ts';
import { marina, olena, renderCardHook } from '../support/renderCardHook.tsx';

async function open() {
  const held = createHeldAdapter('listDeals');
  const card = renderCardHook(() => useDeals(), held.adapter);
  await act(async () => held.last('getSubscriber').answer(aSubscriber()));
  await act(async () => held.last('listDeals').answer({ items: [aDeal()], nextCursor: '2' }));
  await waitFor(() => expect(card.result.current.status).toBe('ready'));
  const state = () => card.result.current;
  return { ...held, ...card, state };
}

test('a further page is put behind what is there', async () => {
  const { state, last } = await open();
  expect(state()).toMatchObject({ hasMore: true, isLoadingMore: false });
  act(() => void state().loadMore());
  expect(state().isLoadingMore).toBe(true);
  expect(last('listDeals').arguments[1]).toEqual({ cursor: '2' });
  await act(async () => last('listDeals').answer({ items: [aDeal({ id: 'deal-2' })] }));
  expect(state()).toMatchObject({ hasMore: false, isLoadingMore: false, moreError: undefined });
  expect(state().deals.map(({ id }) => id)).toEqual(['deal-1', 'deal-2']);
});

test('a further page that cannot be read says why, and the next try forgets it', async () => {
  const { state, last } = await open();
  act(() => void state().loadMore());
  await act(async () => last('listDeals').fail(new AdapterError('unavailable', '503')));
  expect(state()).toMatchObject({ isLoadingMore: false, moreError: { code: 'unavailable' } });
  act(() => void state().loadMore());
  expect(state()).toMatchObject({ isLoadingMore: true, moreError: undefined });
  await act(async () => last('listDeals').answer('<html>'));
  expect(state()).toMatchObject({ isLoadingMore: false, moreError: { code: 'malformed' } });
});

test('a further page of one subscriber says nothing of the next', async () => {
  const { state, last, show } = await open();
  act(() => void state().loadMore());
  show(olena);
  expect(state()).toMatchObject({ isLoadingMore: false, deals: [] });
  show(marina);
  await act(async () => {});
  expect(state()).toMatchObject({ isLoadingMore: false, moreError: undefined });
  act(() => void state().loadMore());
  await act(async () => last('listDeals').fail(new AdapterError('unavailable', '503')));
  expect(state().moreError?.code).toBe('unavailable');
  show(olena);
  expect(state().moreError).toBeUndefined();
});
