import { describe, expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { NEW, toFieldId } from '../../src/model/field.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aContact, aDeal, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const plan = toFieldId({ kind: 'variable', key: 'plan' });
const dealName = toFieldId({ kind: 'deal', id: 'deal-1', name: 'name' });
const firstName = toFieldId({ kind: 'contact', id: 'contact-1', name: 'firstName' });

const boom = async (): Promise<never> => {
  throw new AdapterError('unknown', 'boom');
};

/** A subscriber with a variable, a deal and a contact, whose saves fail as they are told to. */
function open(adapter: Partial<DataAdapter> = {}) {
  const subscriber = aSubscriber({ variables: [aVariable({ revision: 1 })] });
  const fails = { setVariable: boom, updateDeal: boom, updateContact: boom, addTag: boom, createDeal: boom };
  const card = createTestStore(subscriber, { idempotent: true, ...fails, ...adapter });
  const { store } = card;
  store.learn({ type: 'deals', page: { items: [aDeal({ revision: 1 })] }, from: 'start', since: 1 });
  store.learn({ type: 'contact', contact: aContact({ revision: 1 }) });
  async function type(id: typeof plan, text: string) {
    store.edit(id, '');
    store.change(id, text);
    store.mutate(new Map([[id, text]]));
    await flush();
  }
  return { ...card, subscriber, type };
}

describe('what was asked of something that is gone', () => {
  test.each([
    ['a variable', plan, { type: 'subscriber', subscriber: aSubscriber({ variables: [] }) }],
    ['a deal', dealName, { type: 'dealDeleted', id: 'deal-1' }],
    [
      'a deal that a whole list does not name',
      dealName,
      { type: 'deals', page: { items: [] }, from: 'start', since: 99 },
    ],
    ['a contact', firstName, { type: 'contactUnlinked' }],
    ['a subscriber', plan, { type: 'subscriberDeleted' }],
  ] as const)('and has failed is the text of the operator again: %s', async (_, id, news) => {
    const { store, type } = open();
    await type(id, 'mine');
    expect(store.getState().mutations.lanes.size).toBe(1);
    store.learn(news);
    expect(store.getState().mutations.lanes.size).toBe(0);
    expect(store.getState().drafts.get(id)).toMatchObject({
      input: 'mine',
      problem: { type: 'rejected', error: { code: 'not-found' } },
    });
  });

  test('and was overtaken by a colleague is the text again, as it was typed', async () => {
    const current = aVariable({ value: 'team', revision: 2 });
    const conflict = async (): Promise<never> => {
      throw new AdapterError('conflict', '412', { current });
    };
    const { store, subscriber } = open({ setVariable: conflict });
    store.edit(plan, '');
    store.change(plan, '  pro');
    store.mutate(new Map([[plan, 'pro']]));
    await flush();
    expect(store.getState().mutations.conflicts.size).toBe(1);
    store.learn({ type: 'subscriber', subscriber: { ...subscriber, variables: [] } });
    expect(store.getState().mutations.conflicts.size).toBe(0);
    expect(store.getState().drafts.get(plan)?.input).toBe('  pro');
  });

  test('without an editor is kept by its value, and the presence of a tag has none', async () => {
    const { store } = open();
    store.mutate(new Map([[plan, 'pro']]));
    store.mutate(new Map([[toFieldId({ kind: 'tag', id: 'vip' }), aTag()]]));
    await flush();
    store.learn({ type: 'subscriberDeleted' });
    expect(store.getState().mutations.lanes.size).toBe(0);
    expect([...store.getState().drafts].map(([id, { input }]) => [id, input])).toEqual([[plan, 'pro']]);
  });

  test('and was to be created for a subscriber who is gone is in the form again', async () => {
    const { store } = open();
    const name = toFieldId({ kind: 'deal', id: NEW, name: 'name' });
    const { pipelineId, stepId } = aDeal();
    const draft = { pipelineId, stepId, name: 'Hats', value: null, assigneeId: null };
    store.createDeal(draft, new Map([[name, 'Hats']]));
    await flush();
    store.learn({ type: 'subscriberDeleted' });
    expect(store.getState().drafts.get(name)?.input).toBe('Hats');
    expect(store.getState().mutations.lanes.size).toBe(0);
  });

  test('and is on the wire waits for its answer', async () => {
    const { store, type } = open({ setVariable: () => new Promise(() => {}) });
    await type(plan, 'pro');
    store.learn({ type: 'subscriberDeleted' });
    expect(store.getState().mutations.lanes.get('variable:plan')?.head.status).toBe('sent');
    expect(store.getState().drafts.size).toBe(0);
  });
});

test('what may stand on a further page is not taken for gone', async () => {
  const { store, type } = open();
  await type(toFieldId({ kind: 'deal', id: 'far', name: 'name' }), 'mine');
  const items = [aDeal({ id: 'other' })];
  store.learn({ type: 'deals', page: { items, nextCursor: '2' }, from: 'start', since: 99 });
  expect(store.getState().mutations.lanes.size).toBe(1);
  store.learn({ type: 'deals', page: { items }, from: 'start', since: 99 });
  expect(store.getState().mutations.lanes.size).toBe(0);
});
