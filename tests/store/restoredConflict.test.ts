import { expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { toFieldId } from '../../src/model/field.ts';
import { nothingConfirmed } from '../../src/store/confirmed.ts';
import { learn } from '../../src/store/learn.ts';
import { agreed, noMutations } from '../../src/store/mutations.ts';
import { readSavedCard, writeSavedCard } from '../../src/store/savedCard.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const plan = toFieldId({ kind: 'variable', key: 'plan' });
const vip = toFieldId({ kind: 'tag', id: 'vip' });

test('a restored conflict about clearing a field stays until the field is known', () => {
  const cleared = { value: null, base: 'free', past: [] };
  const mutations = { ...noMutations, conflicts: new Map([[plan, cleared]]) };
  expect(agreed(mutations, nothingConfirmed)).toEqual([]);
  const subscriber = aSubscriber({ variables: [aVariable({ value: null })] });
  expect(agreed(mutations, learn(nothingConfirmed, { type: 'subscriber', subscriber }))).toEqual([plan]);
});

test('taking back a tag that was never there before outlives a reload', async () => {
  let isOffline = false;
  const { store } = createTestStore(aSubscriber(), {
    addTag: async () => ({ value: { tags: [aTag({ id: 'vip' })], revision: 2 } }),
    removeTag: async () => {
      if (isOffline) throw new AdapterError('offline', 'No network.');
      return { value: { tags: [], revision: 3 } };
    },
  });
  store.mutate(new Map([[vip, aTag({ id: 'vip' })]]));
  await flush();
  isOffline = true;
  store.undo(store.getState().undoable[0]?.id ?? '');
  await flush();
  const text = writeSavedCard({ id: 'marina' }, store.getState(), 0) ?? '';
  expect(readSavedCard(text).mutations.lanes.has('tag:vip')).toBe(true);
});
