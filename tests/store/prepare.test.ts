import { expect, test } from 'vitest';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { toFieldId } from '../../src/model/field.ts';
import { nothingConfirmed } from '../../src/store/confirmed.ts';
import { learn } from '../../src/store/learn.ts';
import { noMutations, prepare, request } from '../../src/store/mutations.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const plan = toFieldId({ kind: 'variable', key: 'plan' });
const city = toFieldId({ kind: 'variable', key: 'city' });
const vip = toFieldId({ kind: 'tag', id: 'vip' });

test('the presence of a tag never collides, whatever was seen', () => {
  const changes = new Map([[vip, { value: null, base: null, past: [] }]]);
  const asked = { id: '1', lane: 'tag:vip', action: { type: 'set', changes }, inputs: new Map() } as const;
  const tagging = { tags: [aTag({ id: 'vip' })], revision: 2 };
  const confirmed = learn(nothingConfirmed, { type: 'tagging', tagging });
  const { mutations } = prepare(request(noMutations, asked, confirmed), 'tag:vip', confirmed);
  expect(mutations.conflicts.size).toBe(0);
  expect(mutations.lanes.has('tag:vip')).toBe(true);
});

test('what is set back while an earlier value may still arrive is written, or that would stay', () => {
  const asked = (past: readonly unknown[]) => {
    const changes = new Map([[plan, { value: 'free', base: 'free', past }]]);
    return { id: '1', lane: 'variable:plan', action: { type: 'set', changes }, inputs: new Map() } as const;
  };
  const subscriber = aSubscriber({ variables: [aVariable({ value: 'free', revision: 1 })] });
  const confirmed = learn(nothingConfirmed, { type: 'subscriber', subscriber });
  const left = (past: readonly unknown[]) =>
    prepare(request(noMutations, asked(past), confirmed), 'variable:plan', confirmed).mutations.lanes.size;
  expect(left([])).toBe(0);
  expect(left(['pro'])).toBe(1);
});

test('a conflict ends where the answer to another save says that the server came round', async () => {
  const toRecord = (revision: number, value: string) => {
    const variables = [aVariable({ value }), aVariable({ key: 'city' })];
    return aSubscriber({ revision, variables });
  };
  const setVariable: DataAdapter['setVariable'] = async (_ref, key, value) => ({
    value: aVariable({ key, value }),
    record: toRecord(3, 'pro'),
  });
  const { store } = createTestStore(toRecord(1, 'free'), { setVariable });
  const lost = { value: 'pro', base: 'free', past: [] };
  store.learn({ type: 'subscriber', subscriber: toRecord(2, 'team') });
  store.restore({
    subscriber: { id: 'marina' },
    savedAt: 0,
    drafts: new Map(),
    mutations: { lanes: new Map(), conflicts: new Map([[plan, lost]]) },
  });
  expect(store.getState().mutations.conflicts.size).toBe(1);
  store.mutate(new Map([[city, 'Recife']]));
  await flush();
  expect(store.getState().mutations.conflicts.size).toBe(0);
});
