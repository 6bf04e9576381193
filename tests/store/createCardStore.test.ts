import { describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { DataAdapter, Written } from '../../src/adapters/DataAdapter.ts';
import { toFieldId } from '../../src/model/field.ts';
import type { Variable } from '../../src/model/variable.ts';
import { changeOf, shown } from '../../src/store/mutations.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aDeal, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';

const plan = toFieldId({ kind: 'variable', key: 'plan' });
const vip = toFieldId({ kind: 'tag', id: 'vip' });
const subscriber = aSubscriber({
  variables: [
    aVariable({ key: 'plan', value: 'free', revision: 1 }),
    aVariable({ key: 'city', value: 'Recife', revision: 1 }),
  ],
});

type SetVariable = NonNullable<DataAdapter['setVariable']>;

/** Answers each call with the next of these: an error to reject with, or the revision to answer with. */
function answering(...answers: (AdapterError | number)[]) {
  return vi.fn<SetVariable>(async (_ref, key, value) => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error('One call too many.');
    if (typeof answer !== 'number') throw answer;
    return { value: aVariable({ key, value, revision: answer }) };
  });
}

function open(setVariable: SetVariable, onUnauthorized?: () => Promise<void> | undefined) {
  const test = createTestStore(subscriber, { setVariable }, onUnauthorized);
  const lane = () => test.store.getState().mutations.lanes.get('variable:plan')?.head;
  const visible = () => shown(test.store.getState().mutations, test.store.getState().confirmed, plan);
  const type = (text: string) => {
    test.store.edit(plan, 'free');
    test.store.change(plan, text);
    test.store.mutate(new Map([[plan, text]]));
  };
  return { ...test, lane, visible, type };
}

describe('an edit', () => {
  test('is shown at once, sent with the revision that was seen, and told to the host when it is confirmed', async () => {
    const setVariable = answering(2);
    const { store, type, visible, changes } = open(setVariable);
    type('pro');
    expect(visible()).toBe('pro');
    expect(changes).toEqual([]);
    await flush();
    expect(setVariable).toHaveBeenCalledWith(
      { id: 'marina', channel: 'instagram' },
      'plan',
      'pro',
      expect.objectContaining({ ifRevision: 1, idempotencyKey: 'id-1' }),
    );
    expect(store.getState().mutations.lanes.size).toBe(0);
    expect(changes).toEqual([{ type: 'variableChanged', key: 'plan', value: 'pro', previous: 'free' }]);
  });

  test('that changes nothing sends nothing', async () => {
    const setVariable = answering();
    open(setVariable).type('free');
    await flush();
    expect(setVariable).not.toHaveBeenCalled();
  });

  test('is tried again under its own key, with growing pauses, and then stays in sight as failed', async () => {
    const unavailable = new AdapterError('unavailable', '503');
    const setVariable = answering(unavailable, unavailable, unavailable, unavailable, unavailable, 2);
    const { type, lane, visible, clock, store } = open(setVariable);
    type('pro');
    await flush();
    for (const pause of [500, 1000, 2000, 4000]) {
      expect(lane()?.status).toBe('waiting');
      clock.advance(pause - 1);
      const calls = setVariable.mock.calls.length;
      await flush();
      clock.advance(1);
      await flush();
      expect(setVariable.mock.calls.length).toBe(calls + 1);
    }
    expect(lane()?.status).toBe('failed');
    expect(visible()).toBe('pro');
    store.retry('variable:plan');
    await flush();
    expect(lane()).toBeUndefined();
    expect(new Set(setVariable.mock.calls.map(([, , , write]) => write.idempotencyKey)).size).toBe(1);
  });

  test('waits as long as the server asks, within a minute', async () => {
    const { type, lane, clock } = open(
      answering(new AdapterError('rate-limited', '429', { retryAfterMs: 9e9 }), 2),
    );
    type('pro');
    await flush();
    clock.advance(60_499);
    await flush();
    expect(lane()?.status).toBe('waiting');
    clock.advance(1);
    await flush();
    expect(lane()).toBeUndefined();
  });

  test('that the server rejects is the draft again, as it was typed, with the reason', async () => {
    const invalid = new AdapterError('invalid', '422', {
      issues: [{ path: 'value', message: 'Too vague.' }],
    });
    const { type, store, visible } = open(answering(invalid));
    type('  pro');
    await flush();
    expect(store.getState().drafts.get(plan)).toMatchObject({
      input: '  pro',
      problem: { type: 'rejected', error: { code: 'invalid' } },
    });
    expect(visible()).toBe('free');
  });

  test('that is forbidden locks the field with the reason and gives the text back', async () => {
    const { type, store } = open(answering(new AdapterError('forbidden', '403', { reason: 'Only admins.' })));
    type('pro');
    await flush();
    expect(store.getState().locks.get('variable:plan')).toBe('Only admins.');
    expect(store.getState().drafts.get(plan)?.input).toBe('pro');
  });

  test('waits for the network without using up its tries, and goes on when that is back', async () => {
    const offline = new AdapterError('offline', 'No network.');
    const setVariable = answering(offline, offline, 2);
    const { type, lane, clock, connection } = open(setVariable);
    type('pro');
    await flush();
    expect(lane()).toMatchObject({ status: 'waiting', attempts: 0 });
    expect(connection.state.getState().online).toBe(false);
    clock.advance(30_000);
    await flush();
    expect(setVariable).toHaveBeenCalledTimes(2);
    connection.resume();
    await flush();
    expect(lane()).toBeUndefined();
  });

  test('goes on as soon as any other call succeeds', async () => {
    const setVariable = answering(new AdapterError('offline', 'No network.'), 2);
    const { type, lane, connection } = open(setVariable);
    type('pro');
    await flush();
    await connection.call(async () => 'anything');
    await flush();
    expect(lane()).toBeUndefined();
  });

  test('that gets no answer for 15 s does not block its lane for ever', async () => {
    const { type, lane, clock } = open(() => new Promise(() => {}));
    type('pro');
    await flush();
    clock.advance(15_000);
    await flush();
    expect(lane()).toMatchObject({ status: 'waiting', attempts: 1 });
  });

  test('survives an adapter that throws at once, and one that rejects with nothing', async () => {
    const thrown = open(() => {
      throw 'no';
    });
    thrown.type('pro');
    const rejected = open(() => Promise.reject(undefined));
    rejected.type('pro');
    await flush();
    for (const { lane, errors } of [thrown, rejected]) {
      expect(lane()?.status).toBe('failed');
      expect(errors[0]?.code).toBe('unknown');
    }
  });

  test('meets its own lost answer and takes it for its own', async () => {
    const landed = new AdapterError('conflict', '412', {
      current: aVariable({ key: 'plan', value: 'pro', revision: 2 }),
    });
    const { type, store, clock, changes } = open(answering(new AdapterError('timeout', 'Late.'), landed));
    type('pro');
    await flush();
    clock.advance(1000);
    await flush();
    expect(store.getState().mutations).toMatchObject({ lanes: new Map(), conflicts: new Map() });
    expect(changes).toHaveLength(1);
  });

  test('that collides stays beside theirs until the operator chooses', async () => {
    const current = aVariable({ key: 'plan', value: 'team', revision: 2, updatedBy: 'Bruno' });
    const setVariable = answering(new AdapterError('conflict', '412', { current }), 3);
    const { type, store, visible } = open(setVariable);
    type('pro');
    await flush();
    expect(visible()).toBe('team');
    expect(store.getState().mutations.conflicts.get(plan)?.value).toBe('pro');
    store.keepMine(plan);
    await flush();
    expect(setVariable).toHaveBeenLastCalledWith(
      expect.anything(),
      'plan',
      'pro',
      expect.objectContaining({ ifRevision: 2 }),
    );
    expect(visible()).toBe('pro');
    expect(store.getState().mutations.conflicts.size).toBe(0);
  });

  test.each([
    ['is not chosen away by an editor that is opened and left as it was', 'team', 'pro'],
    ['is chosen away by typing what they have', 'typed', undefined],
  ])('that collides %s', async (_, opened, mine) => {
    const current = aVariable({ key: 'plan', value: 'team', revision: 2 });
    const setVariable = answering(new AdapterError('conflict', '412', { current }), 2);
    const { type, store } = open(setVariable);
    type('pro');
    await flush();
    store.edit(plan, opened);
    store.change(plan, 'team');
    store.mutate(new Map([[plan, 'team']]));
    expect(store.getState().mutations.conflicts.get(plan)?.value).toBe(mine);
  });

  test('does not spin where the server refuses a revision and tells no newer one', async () => {
    const blank = new AdapterError('conflict', '409');
    const setVariable = answering(blank, blank, blank);
    const { type, lane, invalidated } = open(setVariable);
    type('pro');
    await flush();
    expect(setVariable).toHaveBeenCalledTimes(1);
    expect(lane()?.status).toBe('waiting');
    expect(invalidated).toEqual(['subscriber']);
  });
});

describe('signed out', () => {
  test('nothing is sent, the host is asked once, and all goes on in order afterwards', async () => {
    let signIn = () => {};
    const onUnauthorized = vi.fn(() => new Promise<void>((resolve) => (signIn = resolve)));
    const setVariable = answering(new AdapterError('unauthorized', '401'), 2, 3);
    const { store, type } = open(setVariable, onUnauthorized);
    type('pro');
    await flush();
    store.mutate(new Map([[toFieldId({ kind: 'variable', key: 'city' }), 'Olinda']]));
    await flush();
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    expect(setVariable).toHaveBeenCalledTimes(1);
    signIn();
    await flush();
    expect(setVariable.mock.calls.map(([, key]) => key)).toEqual(['plan', 'plan', 'city']);
    expect(store.getState().mutations.lanes.size).toBe(0);
  });
});

describe('undo', () => {
  test('sets a variable back, and is offered for ten seconds', async () => {
    const setVariable = answering(2, 3);
    const { store, type, visible, clock } = open(setVariable);
    type('pro');
    await flush();
    const [entry] = store.getState().undoable;
    store.undo(entry?.id ?? '');
    await flush();
    expect(visible()).toBe('free');
    clock.advance(10_000);
    expect(store.getState().undoable).toEqual([]);
  });

  test('stays offered while somebody is at it, and ten seconds longer', async () => {
    const { store, type, clock } = open(answering(2));
    type('pro');
    await flush();
    const id = store.getState().undoable[0]?.id ?? '';
    store.holdUndo(id, true);
    clock.advance(60_000);
    expect(store.getState().undoable).toHaveLength(1);
    store.holdUndo(id, false);
    clock.advance(9_999);
    expect(store.getState().undoable).toHaveLength(1);
    clock.advance(1);
    expect(store.getState().undoable).toEqual([]);
  });

  test('does not overwrite what a colleague has set since', async () => {
    const { store, type, visible } = open(answering(2));
    type('pro');
    await flush();
    store.learn({ type: 'changed', fields: { [plan]: { value: 'team', revision: 3, by: 'Bruno' } } });
    store.undo(store.getState().undoable[0]?.id ?? '');
    await flush();
    expect(visible()).toBe('team');
    expect(store.getState().mutations.conflicts.get(plan)?.value).toBe('free');
  });

  test('deletes a deal that was just created, where the adapter can', async () => {
    const deleteDeal = vi.fn(async () => {});
    const { store } = createTestStore(subscriber, {
      createDeal: async () => aDeal({ id: 'new' }),
      deleteDeal,
    });
    store.createDeal(
      { pipelineId: 'p', stepId: 's', name: 'Dress', value: null, assigneeId: null },
      new Map(),
    );
    await flush();
    store.undo(store.getState().undoable[0]?.id ?? '');
    await flush();
    expect(deleteDeal).toHaveBeenCalledWith(expect.anything(), 'new', expect.anything());
    expect(store.getState().confirmed.deals).toEqual([]);
  });
});

describe('a creation', () => {
  const draft = { pipelineId: 'p', stepId: 's', name: 'Dress', value: null, assigneeId: null };

  test('without an answer and without idempotency is asked about, never sent again blindly', async () => {
    const createDeal = vi.fn(() => Promise.reject(new AdapterError('timeout', 'Late.')));
    const { store, clock } = createTestStore(subscriber, { createDeal });
    store.createDeal(draft, new Map());
    await flush();
    clock.advance(120_000);
    await flush();
    expect(createDeal).toHaveBeenCalledTimes(1);
    expect([...store.getState().mutations.lanes.values()][0]?.head.status).toBe('unknown');
  });

  test('that is idempotent is sent again under the same key', async () => {
    const createDeal = vi.fn<NonNullable<DataAdapter['createDeal']>>();
    createDeal
      .mockRejectedValueOnce(new AdapterError('timeout', 'Late.'))
      .mockResolvedValueOnce(aDeal({ id: 'new' }));
    const { store, clock, changes } = createTestStore(subscriber, { createDeal, idempotent: true });
    store.createDeal(draft, new Map());
    await flush();
    clock.advance(1000);
    await flush();
    const [first, second] = createDeal.mock.calls.map(([, , write]) => write.idempotencyKey);
    expect(second).toBe(first);
    expect(changes).toMatchObject([{ type: 'dealCreated', dealId: 'new' }]);
  });
});

describe('a form', () => {
  const name = toFieldId({ kind: 'deal', id: 'd', name: 'name' });
  const value = toFieldId({ kind: 'deal', id: 'd', name: 'value' });

  test('of several fields is one request', async () => {
    const updateDeal = vi.fn<NonNullable<DataAdapter['updateDeal']>>(async (_ref, id, patch) =>
      aDeal({ id, revision: 2, name: patch.name ?? '', value: patch.value ?? null }),
    );
    const { store } = createTestStore(subscriber, { updateDeal });
    store.learn({ type: 'deal', deal: aDeal({ id: 'd', revision: 1, name: 'Dress', value: null }) });
    const money = { amount: '10', currency: 'EUR' };
    store.mutate(
      new Map<typeof name, unknown>([
        [name, 'Wedding dress'],
        [value, money],
      ]),
    );
    await flush();
    expect(updateDeal).toHaveBeenCalledTimes(1);
    expect(updateDeal.mock.calls[0]?.[2]).toEqual({ name: 'Wedding dress', value: money });
  });

  test('that is saved in part keeps what was saved and gives back the rest', async () => {
    const refused = new AdapterError('invalid', '422', { issues: [{ path: 'value', message: 'Too much.' }] });
    const partial = new AdapterError('partial', 'Half.', {
      applied: [name],
      failed: [{ fieldId: value, error: refused }],
    });
    const { store, changes, invalidated } = createTestStore(subscriber, {
      updateDeal: () => Promise.reject(partial),
    });
    store.learn({ type: 'deal', deal: aDeal({ id: 'd', revision: 1, name: 'Dress', value: null }) });
    for (const id of [name, value]) store.edit(id, 'typed');
    store.mutate(
      new Map<typeof name, unknown>([
        [name, 'Wedding dress'],
        [value, { amount: '10', currency: 'EUR' }],
      ]),
    );
    await flush();
    const { drafts, mutations, confirmed } = store.getState();
    expect(shown(mutations, confirmed, name)).toBe('Wedding dress');
    expect(drafts.has(name)).toBe(false);
    expect(drafts.get(value)).toMatchObject({ input: 'typed', problem: { error: { code: 'invalid' } } });
    expect(changes).toMatchObject([{ type: 'dealFieldChanged', field: 'name' }]);
    expect(invalidated).toEqual(['deals']);
  });
});

describe('a tag', () => {
  test('that is refused stays in sight as failed, and can be given up', async () => {
    const { store } = createTestStore(subscriber, {
      addTag: () => Promise.reject(new AdapterError('forbidden', '403')),
    });
    store.mutate(new Map([[vip, aTag({ id: 'vip' })]]));
    await flush();
    expect(store.getState().mutations.lanes.get('tag:vip')?.head.status).toBe('failed');
    store.discard('tag:vip');
    expect(store.getState().mutations.lanes.size).toBe(0);
  });

  test('that is added and taken away before it could be sent is not sent at all', async () => {
    const addTag = vi.fn(() => Promise.reject(new AdapterError('unauthorized', '401')));
    const { store } = createTestStore(subscriber, { addTag });
    store.mutate(new Map([[toFieldId({ kind: 'tag', id: 'first' }), aTag({ id: 'first' })]]));
    await flush();
    store.mutate(new Map([[vip, aTag({ id: 'vip' })]]));
    store.mutate(new Map([[vip, null]]));
    expect([...store.getState().mutations.lanes.keys()]).toEqual(['tag:first']);
  });
});

test('an edit back to what was there is written, as long as the one before may still arrive', async () => {
  const setVariable = vi.fn<SetVariable>(() => new Promise(() => {}));
  const { store, clock, lane } = open(setVariable);
  store.mutate(new Map([[plan, 'pro']]));
  store.mutate(new Map([[plan, 'free']]));
  clock.advance(15_000);
  await flush();
  clock.advance(1000);
  await flush();
  // Of the same revision as the first: of the two the server does one.
  expect(setVariable.mock.calls.map(([, , value, write]) => [value, write.ifRevision])).toEqual([
    ['pro', 1],
    ['free', 1],
  ]);
  expect(lane()?.status).toBe('sent');
});

describe('a backend without revisions', () => {
  const ana = { by: 'Ana', at: '2026-11-22T12:00:00Z' };
  const team = { type: 'changed', fields: { [plan]: { value: 'team', ...ana } } } as const;

  function openUnguarded() {
    const subscriber = aSubscriber({ variables: [aVariable({ value: 'free' })] });
    const answers: ((value: unknown) => void)[] = [];
    const setVariable = vi.fn((_ref: unknown, _key: string, value: unknown) => {
      const answer = { value: aVariable({ value: value as string }) };
      return new Promise<Written<Variable>>((resolve) => answers.push(() => resolve(answer)));
    });
    const opened = createTestStore(subscriber, { setVariable });
    const { store } = opened;
    return {
      ...opened,
      setVariable,
      replaced: () => store.getState().replaced.get(plan),
      visible: () => shown(store.getState().mutations, store.getState().confirmed, plan),
      async save(value: string, meanwhile: () => void = () => {}) {
        store.mutate(new Map([[plan, value]]));
        meanwhile();
        answers.shift()?.(undefined);
        await flush();
      },
      read(value: string) {
        const since = store.tick();
        store.learn({
          type: 'subscriber',
          subscriber: { ...subscriber, variables: [aVariable({ value })] },
          since,
        });
      },
    };
  }

  test('tells of a change that was written over, and asks the server whose came last', async () => {
    const { save, store, replaced, invalidated, visible, read } = openUnguarded();
    await save('pro', () => store.hear(team));
    expect(visible()).toBe('pro');
    expect(replaced()).toEqual({ theirs: 'team', mine: 'pro', ...ana });
    expect(invalidated).toEqual(['subscriber']);
    read('pro');
    expect(replaced()?.theirs).toBe('team');
  });

  test('tells of it also where one\u2019s own change is heard of before the answer', async () => {
    const { save, store, replaced } = openUnguarded();
    await save('pro', () => {
      store.hear(team);
      store.hear({ type: 'changed', fields: { [plan]: { value: 'pro', by: 'Bruno' } } });
    });
    expect(replaced()).toEqual({ theirs: 'team', mine: 'pro', ...ana });
    await save('max', () =>
      store.hear({ type: 'changed', fields: { [plan]: { value: 'max', by: 'Bruno' } } }),
    );
    expect(replaced()).toBeUndefined();
  });

  test('says nothing of the kind where theirs came last after all', async () => {
    const { save, store, replaced, visible, read } = openUnguarded();
    await save('pro', () => store.hear(team));
    read('team');
    expect(visible()).toBe('team');
    expect(replaced()).toBeUndefined();
  });

  test('puts back what was written over, guarded by what is seen now', async () => {
    const { save, store, replaced, setVariable } = openUnguarded();
    await save('pro', () => store.hear(team));
    store.restoreTheirs(plan);
    expect(replaced()).toBeUndefined();
    expect(setVariable.mock.calls.map(([, , value]) => value)).toEqual(['pro', 'team']);
    expect(changeOf(store.getState().mutations.lanes.get('variable:plan')?.head, plan)?.base).toBe('pro');
  });

  test('leaves it, where the operator says so or edits on', async () => {
    const { save, store, replaced } = openUnguarded();
    await save('pro', () => store.hear(team));
    store.dismissReplaced(plan);
    expect(replaced()).toBeUndefined();
    await save('max', () => store.hear(team));
    expect(replaced()?.theirs).toBe('team');
    await save('mini');
    expect(replaced()).toBeUndefined();
  });

  test('is asked again where an event may tell of the time before a write', async () => {
    const { save, store, visible, invalidated, clock } = openUnguarded();
    await save('pro');
    store.hear(team);
    expect(visible()).toBe('pro');
    expect(invalidated).toEqual(['subscriber']);
    clock.advance(10_000);
    store.hear(team);
    expect(visible()).toBe('team');
    expect(invalidated).toHaveLength(1);
  });

  test('is not asked for the echo of a write', async () => {
    const { save, store, invalidated } = openUnguarded();
    await save('pro');
    store.hear({ type: 'changed', fields: { [plan]: { value: 'pro' } } });
    expect(invalidated).toEqual([]);
  });

  test('shows a conflict where the change was heard of before the send', async () => {
    const { store, setVariable } = openUnguarded();
    store.edit(plan, 'free');
    store.hear(team);
    store.mutate(new Map([[plan, 'pro']]));
    expect(setVariable).not.toHaveBeenCalled();
    expect(store.getState().mutations.conflicts.get(plan)?.value).toBe('pro');
  });
});

test('who signs in again may be allowed what was forbidden', async () => {
  const { store } = open(answering(new AdapterError('forbidden', '403', { reason: 'Only admins.' })));
  store.mutate(new Map([[plan, 'pro']]));
  await flush();
  store.resume();
  expect(store.getState().locks.size).toBe(1);
  store.resume(true);
  expect(store.getState().locks.size).toBe(0);
});
