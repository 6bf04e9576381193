import { describe, expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { toFieldId } from '../../src/model/field.ts';
import { hasConflict } from '../../src/store/conflict.ts';
import { changeOf, mutationOf } from '../../src/store/mutations.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aDeal, aSubscriber } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const name = toFieldId({ kind: 'deal', id: 'deal-1', name: 'name' });
const step = toFieldId({ kind: 'deal', id: 'deal-1', name: 'step' });
const won = { pipelineId: 'p', stepId: 'won' };

/** A deal whose saves are refused with one reason after the other. */
function open(...refusals: AdapterError[]) {
  const updateDeal: DataAdapter['updateDeal'] = async () => {
    throw refusals.shift() ?? new AdapterError('unknown', 'One call too many.');
  };
  const card = createTestStore(aSubscriber(), { updateDeal });
  const { store } = card;
  store.learn({ type: 'deals', page: { items: [aDeal({ revision: 1 })] }, from: 'start', since: 1 });
  const type = (text: string) => {
    store.edit(name, '');
    store.change(name, text);
    store.mutate(new Map([[name, text]]));
  };
  const failed = () => mutationOf(store.getState().mutations, step);
  return { ...card, type, failed };
}

const offline = new AdapterError('offline', 'No network.');
const invalid = new AdapterError('invalid', '422');

describe('of one request that is refused', () => {
  test('what was typed is a draft again, and what was chosen stays in sight as failed', async () => {
    const { store, type, connection, failed } = open(offline, invalid);
    store.mutate(new Map([[step, won]]));
    await flush();
    type('Dress');
    connection.reconnect();
    await flush();
    expect(store.getState().drafts.get(name)?.input).toBe('Dress');
    expect(failed()?.status).toBe('failed');
    expect(changeOf(failed(), step)?.value).toEqual(won);
    expect(changeOf(failed(), name)).toBeUndefined();
  });

  test('what was asked for last is kept, and not what was typed before', async () => {
    const { store, type, connection } = open(offline, invalid);
    type('Dress');
    await flush();
    store.mutate(new Map([[name, 'Suit']]));
    connection.reconnect();
    await flush();
    expect(store.getState().drafts.size).toBe(0);
    const head = mutationOf(store.getState().mutations, name);
    expect(head?.status).toBe('failed');
    expect(changeOf(head, name)?.value).toBe('Suit');
  });

  test('what had landed before is not given back', async () => {
    const { store, type, connection, failed } = open(offline, invalid);
    type('Dress');
    store.mutate(new Map([[step, won]]));
    await flush();
    store.learn({ type: 'changed', fields: { [name]: { value: 'Dress', revision: 2 } } });
    connection.reconnect();
    await flush();
    expect(store.getState().drafts.size).toBe(0);
    expect(changeOf(failed(), step)?.value).toEqual(won);
  });

  test('what a colleague has set back since is shown, and not the part that was done before', async () => {
    let refuse: (reason: AdapterError) => void = () => {};
    const answer = new Promise<never>((_, reject) => {
      refuse = reject;
    });
    const { store } = createTestStore(aSubscriber(), { updateDeal: () => answer });
    const { name: former } = aDeal();
    store.learn({ type: 'deals', page: { items: [aDeal({ revision: 1 })] }, from: 'start', since: 1 });
    store.mutate(
      new Map<typeof name, unknown>([
        [name, 'Dress'],
        [step, won],
      ]),
    );
    await flush();
    store.learn({ type: 'changed', fields: { [name]: { value: former, revision: 3 } } });
    refuse(
      new AdapterError('partial', '207', { applied: [name], failed: [{ fieldId: step, error: invalid }] }),
    );
    await flush();
    expect(store.getState().confirmed.fields.get(name)).toMatchObject({ value: former, revision: 3 });
  });

  test('what the server has done is not tried again with the rest', async () => {
    const partial = new AdapterError('partial', '207', {
      applied: [step],
      failed: [{ fieldId: name, error: invalid }],
    });
    const { store } = open(partial);
    store.mutate(
      new Map<typeof name, unknown>([
        [name, 'Dress'],
        [step, won],
      ]),
    );
    await flush();
    const head = mutationOf(store.getState().mutations, name);
    expect(head?.status).toBe('failed');
    expect(changeOf(head, step)).toBeUndefined();
  });
});

test('an editor that was opened over what the server did in part is in no conflict with it', async () => {
  const partial = new AdapterError('partial', '207', {
    applied: [name],
    failed: [{ fieldId: step, error: invalid }],
  });
  const { store, type } = open(partial);
  type('Dress');
  store.edit(name, 'Dress');
  await flush();
  expect(store.getState().confirmed.fields.get(name)?.value).toBe('Dress');
  expect(hasConflict(store.getState(), name)).toBe(false);
});

test('what the server did in part does not hide what a colleague has set since', async () => {
  let answer = () => {};
  const { store } = createTestStore(aSubscriber(), {
    updateDeal: () =>
      new Promise((_, reject) => {
        answer = () => reject(new AdapterError('partial', '207', { applied: [name] }));
      }),
  });
  store.learn({ type: 'deals', page: { items: [aDeal({ revision: 1 })] }, from: 'start', since: 1 });
  store.mutate(new Map([[name, 'Dress']]));
  await flush();
  store.hear({ type: 'changed', fields: { [name]: { value: 'Suit', revision: 3 } } });
  answer();
  await flush();
  expect(store.getState().confirmed.fields.get(name)?.value).toBe('Suit');
});

test('an edit of a deal that could not be deleted is sent', async () => {
  const deleteDeal: DataAdapter['deleteDeal'] = async () => {
    throw new AdapterError('forbidden', '403');
  };
  const { store } = createTestStore(aSubscriber(), {
    deleteDeal,
    updateDeal: async (_ref, id) => aDeal({ id, name: 'Dress', revision: 2 }),
  });
  store.learn({ type: 'deals', page: { items: [aDeal({ revision: 1 })] }, from: 'start', since: 1 });
  store.deleteDeal('deal-1');
  await flush();
  store.mutate(new Map([[name, 'Dress']]));
  await flush();
  expect(store.getState().confirmed.fields.get(name)?.value).toBe('Dress');
});

test('a deletion that meets a conflict which tells nothing reads what it would delete', async () => {
  const { store, invalidated } = createTestStore(aSubscriber(), {
    deleteDeal: async () => {
      throw new AdapterError('conflict', '412');
    },
  });
  store.learn({ type: 'deals', page: { items: [aDeal({ revision: 1 })] }, from: 'start', since: 1 });
  store.deleteDeal('deal-1');
  await flush();
  expect(store.getState().mutations.lanes.get('deal:deal-1')?.head.status).toBe('failed');
  expect(invalidated).toEqual(['deals']);
});
