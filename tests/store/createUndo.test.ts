import { expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { toFieldId } from '../../src/model/field.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aDeal, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const plan = toFieldId({ kind: 'variable', key: 'plan' });
const city = toFieldId({ kind: 'variable', key: 'city' });

test('offers the latest change of a field, and no longer the ones before it', async () => {
  let revision = 1;
  const variables = [aVariable({ key: 'plan', revision }), aVariable({ key: 'city', revision })];
  const { store } = createTestStore(aSubscriber({ variables }), {
    setVariable: async (_ref, key, value) => {
      revision += 1;
      return { value: aVariable({ key, value, revision }) };
    },
  });
  for (const [id, value] of [
    [plan, 'pro'],
    [city, 'Recife'],
    [plan, 'team'],
  ] as const) {
    store.mutate(new Map([[id, value]]));
    await flush();
  }
  const offered = store.getState().undoable.map(({ change }) => 'value' in change && change.value);
  expect(offered).toEqual(['Recife', 'team']);
});

test('offers nothing where nothing has changed in the end', async () => {
  const vip = toFieldId({ kind: 'tag', id: 'vip' });
  const tag = aTag({ id: 'vip' });
  let answer = () => {};
  const { store, changes } = createTestStore(aSubscriber(), {
    addTag: () =>
      new Promise((_, reject) => {
        answer = () => reject(new AdapterError('unavailable', '503'));
      }),
    removeTag: async () => ({ value: { tags: [], revision: 2 } }),
  });
  store.mutate(new Map([[vip, tag]]));
  store.mutate(new Map([[vip, null]]));
  await flush();
  answer();
  await flush();
  store.retry('tag:vip');
  await flush();
  expect(store.getState().mutations.lanes.size).toBe(0);
  expect(changes).toHaveLength(1);
  expect(store.getState().undoable).toEqual([]);
});

test('takes back at once what was saved in two parts, and nothing that was not', async () => {
  const name = toFieldId({ kind: 'deal', id: 'deal-1', name: 'name' });
  const step = toFieldId({ kind: 'deal', id: 'deal-1', name: 'step' });
  const won = { pipelineId: 'p', stepId: 'won' };
  const partial = new AdapterError('partial', '207', { applied: [name] });
  const answers = [() => Promise.reject(partial), async () => aDeal({ name: 'Dress', ...won, revision: 3 })];
  const { store } = createTestStore(aSubscriber(), {
    updateDeal: () => answers.shift()?.() ?? Promise.reject(),
  });
  store.learn({ type: 'deals', page: { items: [aDeal({ revision: 1 })] }, from: 'start', since: 1 });
  store.mutate(
    new Map<typeof name, unknown>([
      [name, 'Dress'],
      [step, won],
    ]),
  );
  await flush();
  expect(store.getState().undoable.map(({ back }) => [...back.keys()])).toEqual([[name]]);
  store.retry('deal:deal-1');
  await flush();
  expect(store.getState().undoable.map(({ back }) => [...back.keys()])).toEqual([[name, step]]);
});

test('does not offer an earlier change when a later one came through without its answer', async () => {
  const held = (value: string, revision: number) => aVariable({ key: 'plan', value, revision });
  const answers = [
    async () => ({ value: held('pro', 2) }),
    () => Promise.reject(new AdapterError('malformed', 'Not readable.')),
    () => Promise.reject(new AdapterError('conflict', '412', { current: held('team', 3) })),
    async () => ({ value: held('team', 4) }),
  ];
  const { store } = createTestStore(
    aSubscriber({ variables: [aVariable({ key: 'plan', value: 'free', revision: 1 })] }),
    { setVariable: () => answers.shift()?.() ?? Promise.reject() },
  );
  store.mutate(new Map([[plan, 'pro']]));
  await flush();
  expect(store.getState().undoable).toHaveLength(1);
  store.mutate(new Map([[plan, 'team']]));
  await flush();
  store.mutate(new Map([[plan, 'max']]));
  store.mutate(new Map([[plan, 'team']]));
  await flush();
  expect(answers).toHaveLength(0);
  expect(store.getState().undoable).toEqual([]);
});
