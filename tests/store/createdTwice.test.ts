import { expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aDeal, aSubscriber } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const draft = { pipelineId: 'p', stepId: 's', name: 'Dress', value: null, assigneeId: null };
type CreateDeal = NonNullable<DataAdapter['createDeal']>;

test('a creation whose answer cannot be read has the deals read again', async () => {
  const createDeal: CreateDeal = async () => ({ name: 'no deal' }) as never;
  const { store, invalidated } = createTestStore(aSubscriber(), { createDeal });
  store.createDeal(draft, new Map());
  await flush();
  expect(invalidated).toEqual(['deals']);
});

test('a creation that is given up and may have landed has the deals read again', async () => {
  const createDeal: CreateDeal = async () => {
    throw new AdapterError('timeout', 'No answer.');
  };
  const { store, invalidated } = createTestStore(aSubscriber(), { createDeal });
  store.createDeal(draft, new Map());
  await flush();
  const [lane] = store.getState().mutations.lanes.keys();
  if (lane) store.discard(lane);
  expect(invalidated).toEqual(['deals']);
});

test('the answer to a repeated creation may be of an earlier day, so the deals are read again', async () => {
  let isFirst = true;
  const createDeal: CreateDeal = async () => {
    if (!isFirst) return aDeal({ id: 'new', revision: 1 });
    isFirst = false;
    throw new AdapterError('offline', 'No network.');
  };
  const { store, invalidated, connection } = createTestStore(aSubscriber(), { createDeal, idempotent: true });
  store.createDeal(draft, new Map());
  await flush();
  connection.reconnect();
  await flush();
  expect(store.getState().confirmed.deals.map(({ id }) => id)).toEqual(['new']);
  expect(invalidated).toEqual(['deals']);
});

test('a creation that is answered after a list without it has the deals read again', async () => {
  let answer: (deal: Awaited<ReturnType<CreateDeal>>) => void = () => {};
  const createDeal: CreateDeal = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const { store, invalidated } = createTestStore(aSubscriber(), { createDeal });
  const since = store.tick();
  store.createDeal(draft, new Map());
  await flush();
  // Somebody else has deleted it meanwhile, and the event was lost.
  store.learn({ type: 'deals', page: { items: [] }, from: 'start', since });
  answer(aDeal({ id: 'new', revision: 1 }));
  await flush();
  expect(store.getState().confirmed.deals.map(({ id }) => id)).toEqual(['new']);
  expect(invalidated).toEqual(['deals']);
});
