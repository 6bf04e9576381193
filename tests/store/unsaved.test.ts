import { describe, expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { toFieldId } from '../../src/model/field.ts';
import { toUnsaved } from '../../src/store/unsaved.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aSubscriber, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const ref = { id: 'marina', channel: 'instagram' };
const plan = toFieldId({ kind: 'variable', key: 'plan' });
const phone = toFieldId({ kind: 'variable', key: 'phone' });
const dealName = toFieldId({ kind: 'deal', id: 'd1', name: 'name' });
const dealValue = toFieldId({ kind: 'deal', id: 'd1', name: 'value' });
const draft = { pipelineId: 'p', stepId: 's', name: 'Wedding', value: null, assigneeId: null };

function open(setVariable: () => Promise<never> = () => new Promise(() => {})) {
  const subscriber = aSubscriber({
    variables: [aVariable({ revision: 1 }), aVariable({ key: 'phone', revision: 1 })],
  });
  const { store } = createTestStore(subscriber, {
    setVariable,
    createDeal: () => new Promise(() => {}),
    createContact: () => new Promise(() => {}),
    updateDeal: () => new Promise(() => {}),
  });
  const unsaved = () => toUnsaved(ref, store.getState());
  return { store, unsaved, statuses: () => unsaved().map(({ lane, status }) => [lane, status]) };
}

describe('what is not saved', () => {
  test('is nothing where an editor was opened and nothing typed', () => {
    const { store, unsaved } = open();
    store.edit(plan, 'free');
    expect(unsaved()).toEqual([]);
    store.change(plan, 'free!');
    store.change(plan, 'free');
    expect(unsaved()).toEqual([]);
  });

  test('is what is typed, by the subscriber it is typed for', () => {
    const { store, unsaved } = open();
    store.edit(plan, 'free');
    store.change(plan, 'ea');
    expect(unsaved()).toEqual([
      { subscriber: ref, name: 'Marina Oliveira', lane: 'variable:plan', fields: [plan], status: 'draft' },
    ]);
  });

  test('is one thing for the fields of a form', () => {
    const { store, unsaved } = open();
    store.change(dealName, 'Wedding');
    store.change(dealValue, { amount: '12', currency: 'BRL' });
    expect(unsaved()).toMatchObject([{ lane: 'deal:d1', fields: [dealName, dealValue], status: 'draft' }]);
  });

  test('is what was asked for, until the server has confirmed it', async () => {
    const { store, statuses } = open();
    store.mutate(new Map([[plan, 'pro']]));
    expect(statuses()).toEqual([['variable:plan', 'sent']]);
  });

  test('is what failed, with what was typed elsewhere since', async () => {
    const { store, statuses } = open(() => Promise.reject(new AdapterError('unknown', '500')));
    store.mutate(new Map([[plan, 'pro']]));
    store.change(phone, '+55');
    await flush();
    expect(statuses()).toEqual([
      ['variable:plan', 'failed'],
      ['variable:phone', 'draft'],
    ]);
  });

  test('is what the server did not take', async () => {
    const { store, statuses } = open(() => Promise.reject(new AdapterError('invalid', '422')));
    store.edit(plan, 'free');
    store.mutate(new Map([[plan, 'pro']]));
    await flush();
    expect(statuses()).toEqual([['variable:plan', 'rejected']]);
  });

  test('is what a colleague was faster with', async () => {
    const current = aVariable({ value: 'team', revision: 2 });
    const { store, statuses } = open(() => Promise.reject(new AdapterError('conflict', '412', { current })));
    store.mutate(new Map([[plan, 'pro']]));
    await flush();
    expect(statuses()).toEqual([['variable:plan', 'conflict']]);
  });

  test('is a creation, by its name', () => {
    const { store, unsaved } = open();
    store.createDeal(draft, new Map());
    store.createContact({ firstName: 'Marina', lastName: '', phones: [], emails: [] }, new Map());
    expect(unsaved()).toMatchObject([
      { fields: [], creates: 'Wedding', status: 'sent' },
      { fields: [], creates: 'Marina', lane: 'create:contact', status: 'sent' },
    ]);
  });
});
