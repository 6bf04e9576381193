import { expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { toFieldId } from '../../src/model/field.ts';
import { hasConflict } from '../../src/store/conflict.ts';
import { changeOf } from '../../src/store/mutations.ts';
import { readSavedCard, writeSavedCard } from '../../src/store/savedCard.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aSubscriber, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const plan = toFieldId({ kind: 'variable', key: 'plan' });

test.each([
  ['that was refused', false],
  ['that was typed over what was refused', true],
])('text %s is in no conflict with what the operator had sent before it', async (_, isOpen) => {
  const answers = [new AdapterError('offline', 'No network.'), new AdapterError('invalid', '422')];
  const { store, connection } = createTestStore(aSubscriber({ variables: [aVariable({ revision: 1 })] }), {
    setVariable: async () => {
      throw answers.shift();
    },
  });
  const type = (text: string) => {
    store.edit(plan, '');
    store.change(plan, text);
    store.mutate(new Map([[plan, text]]));
  };
  type('pro');
  await flush();
  type('team');
  connection.reconnect();
  if (isOpen) store.edit(plan, 'team');
  await flush();
  expect(store.getState().drafts.get(plan)?.problem?.type).toBe('rejected');
  // The first request has arrived after all, long after it was given up.
  store.hear({ type: 'changed', fields: { [plan]: { value: 'pro', revision: 2 } } });
  expect(hasConflict(store.getState(), plan)).toBe(false);
  const kept = writeSavedCard({ id: 'marina' }, store.getState(), 0) ?? '';
  expect(readSavedCard(kept).drafts.get(plan)?.past).toEqual(['pro']);
  store.mutate(new Map([[plan, 'team']]));
  expect(store.getState().mutations.conflicts.size).toBe(0);
  expect(store.getState().mutations.lanes.get('variable:plan')?.head.status).toBe('sent');
});

test('taking back an earlier change, and then what was refused, is in no conflict with it either', async () => {
  const saved = { value: aVariable({ value: 'basic', revision: 2 }) };
  const answers: (object | Promise<never>)[] = [
    saved,
    new AdapterError('offline', 'No network.'),
    new AdapterError('invalid', '422'),
    new Promise<never>(() => {}),
  ];
  const { store, connection } = createTestStore(aSubscriber({ variables: [aVariable({ revision: 1 })] }), {
    setVariable: async () => {
      const answer = answers.shift();
      if (answer instanceof AdapterError) throw answer;
      return answer as never;
    },
  });
  const type = (text: string) => {
    store.edit(plan, '');
    store.change(plan, text);
    store.mutate(new Map([[plan, text]]));
  };
  type('basic');
  await flush();
  const [entry] = store.getState().undoable;
  type('pro');
  await flush();
  type('team');
  connection.reconnect();
  await flush();
  store.undo(entry?.id ?? '');
  store.mutate(new Map([[plan, 'team']]));
  store.hear({ type: 'changed', fields: { [plan]: { value: 'pro', revision: 3 } } });
  const { mutations } = store.getState();
  expect(mutations.lanes.get('variable:plan')?.behind?.action).toMatchObject({ type: 'set' });
  expect(mutations.conflicts.size + Number(hasConflict(store.getState(), plan))).toBe(0);
  const lane = mutations.lanes.get('variable:plan');
  for (const mutation of [lane?.head, lane?.behind]) expect(changeOf(mutation, plan)?.past).toContain('pro');
});

test('dropping what was refused asks the server what it holds, where something had been sent before it', async () => {
  const answers = [new AdapterError('offline', 'No network.'), new AdapterError('invalid', '422')];
  const { store, connection, invalidated } = createTestStore(
    aSubscriber({ variables: [aVariable({ revision: 1 })] }),
    {
      setVariable: async () => {
        throw answers.shift();
      },
    },
  );
  store.change(plan, 'pro');
  store.cancel([plan]);
  expect(invalidated).toEqual([]);
  store.change(plan, 'pro');
  store.mutate(new Map([[plan, 'pro']]));
  await flush();
  store.change(plan, 'team');
  store.mutate(new Map([[plan, 'team']]));
  connection.reconnect();
  await flush();
  expect(store.getState().drafts.get(plan)?.past).toEqual(['pro']);
  store.cancel([plan]);
  expect(invalidated).toEqual(['subscriber']);
});
