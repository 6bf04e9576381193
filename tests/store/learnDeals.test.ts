import { expect, test } from 'vitest';
import { toFieldId } from '../../src/model/field.ts';
import { type News, nothingConfirmed } from '../../src/store/confirmed.ts';
import { learn } from '../../src/store/learn.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aDeal, aSubscriber } from '../support/fixtures.ts';

const name = toFieldId({ kind: 'deal', id: 'deal-1', name: 'name' });
const list = (items: readonly ReturnType<typeof aDeal>[], since: number): News => ({
  type: 'deals',
  page: { items },
  from: 'start',
  since,
});

test('a list that does not name a deal ends it, whatever was heard of one of its fields meanwhile', () => {
  const known = learn(nothingConfirmed, list([aDeal({ revision: 1 })], 0));
  const meanwhile = learn(known, { type: 'changed', fields: { [name]: { value: 'Dress', revision: 2 } } });
  expect(learn(meanwhile, list([], known.tick)).deals).toEqual([]);
});

test('a deal that was created while a list was read stays, though the list does not name it', () => {
  const known = learn(nothingConfirmed, list([], 0));
  const meanwhile = learn(known, { type: 'dealCreated', deal: aDeal({ revision: 1 }) });
  expect(learn(meanwhile, list([], known.tick)).deals).toHaveLength(1);
});

test('a list that does not name a deal that came up meanwhile is read once more', () => {
  const { store, invalidated } = createTestStore(aSubscriber(), {});
  const since = store.tick();
  store.learn({ type: 'dealCreated', deal: aDeal({ revision: 1 }) });
  store.learn(list([], since));
  expect(invalidated).toEqual(['deals']);
  store.learn(list([], store.tick()));
  expect(store.getState().confirmed.deals).toEqual([]);
  expect(invalidated).toEqual(['deals']);
});
