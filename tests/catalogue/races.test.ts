import { describe, expect, test } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/createMemoryAdapter.ts';
import { toDealLane, toFieldId } from '../../src/model/field.ts';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { shown } from '../../src/store/mutations.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aDeal, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';
import { holdCalls } from './holdCalls.ts';

const ann = { id: 'ann', channel: 'telegram' };
const plan = toFieldId({ kind: 'variable', key: 'plan' });
const step = toFieldId({ kind: 'deal', id: 'deal-1', name: 'step' });
const vip = aTag();
const fresh = aTag({ id: 'new', name: 'New' });

function aBackend(options: MemoryAdapterOptions = {}) {
  return createMemoryAdapter({
    subscribers: [aSubscriber({ ...ann, name: 'Ann', variables: [aVariable()], tagging: { tags: [fresh] } })],
    tags: [vip, fresh],
    pipelines: [aPipeline()],
    deals: { ann: [aDeal()] },
    operator: 'Olga',
    ...options,
  });
}

type Backend = ReturnType<typeof aBackend>;

/** The real store on a backend, with what it heard of it so far. `isLive`: it hears live events too. */
function open(adapter: Backend, { isLive = true } = {}) {
  const { server } = adapter.control;
  const card = createTestStore(server.subscriber(ann) ?? aSubscriber(ann), adapter);
  const { store } = card;
  store.learn({ type: 'deals', page: { items: server.deals(ann) }, from: 'start', since: store.tick() });
  const { signal } = new AbortController();
  if (isLive) {
    adapter.subscribe(
      ann,
      (event) => {
        if (event.type !== 'invalidated' && event.type !== 'connection') store.learn(event);
      },
      { signal },
    );
  }
  const value = (id = plan) => shown(store.getState().mutations, store.getState().confirmed, id);
  const ask = (id: typeof plan, wanted: unknown) => store.mutate(new Map([[id, wanted]]));
  return { ...card, value, ask };
}

const planOf = ({ control }: Backend) => control.server.subscriber(ann)?.variables[0]?.value;
const tagsOf = ({ control }: Backend) => control.server.subscriber(ann)?.tagging.tags.map(({ id }) => id);
const count = ({ control }: Backend, method: string) =>
  control.calls.filter((call) => call.method === method).length;

test('R3: keeps the last of fast edits, in whatever order the answers come', async () => {
  const backend = aBackend();
  const { adapter, calls } = holdCalls(backend, 'setVariable');
  const { store, clock, value, ask } = open(adapter);
  const seen = [value()];
  store.subscribe(() => seen.at(-1) !== value() && seen.push(value()));
  for (const text of ['a', 'ab', 'abc']) ask(plan, text);
  await flush();
  expect(calls).toHaveLength(1);
  expect(store.getState().mutations.lanes.get('variable:plan')).toMatchObject({
    head: { status: 'sent' },
    behind: { status: 'queued' },
  });
  // The first is given up after 15 s and lands all the same, after the second was sent.
  clock.advance(15_000);
  await flush();
  clock.advance(1000);
  await flush();
  expect(calls.map(({ args }) => args[2])).toEqual(['a', 'abc']);
  calls[0]?.land();
  await flush();
  calls[1]?.pass();
  await flush();
  calls[2]?.pass();
  await flush();
  expect([value(), planOf(adapter)]).toEqual(['abc', 'abc']);
  expect(store.getState().mutations).toMatchObject({ lanes: new Map(), conflicts: new Map() });
  expect(seen).toEqual(['free', 'a', 'ab', 'abc']);
});

describe('R7: a save that meets the change of a colleague', () => {
  async function collide() {
    const adapter = aBackend();
    const card = open(adapter, { isLive: false });
    adapter.control.actAs('Maria').setVariable(ann, 'plan', 'team');
    card.ask(plan, 'pro');
    await flush();
    return { adapter, ...card };
  }

  test('R7: shows theirs, keeps mine and writes over nothing unseen', async () => {
    const { adapter, store, value, ask } = await collide();
    expect([value(), planOf(adapter)]).toEqual(['team', 'team']);
    expect(store.getState().mutations.conflicts.get(plan)?.value).toBe('pro');
    expect(store.getState().confirmed.fields.get(plan)?.by).toBe('Maria');
    ask(toFieldId({ kind: 'tag', id: 'vip' }), vip);
    await flush();
    expect(store.getState().mutations.conflicts.get(plan)?.value).toBe('pro');
  });

  test('R7: keeps mine over what was seen, and asks again if they changed it once more', async () => {
    const { adapter, store, value } = await collide();
    adapter.control.actAs('Maria').setVariable(ann, 'plan', 'gold');
    store.keepMine(plan);
    await flush();
    expect([value(), planOf(adapter)]).toEqual(['gold', 'gold']);
    store.keepMine(plan);
    await flush();
    expect([value(), planOf(adapter)]).toEqual(['pro', 'pro']);
    expect(store.getState().mutations.conflicts.size).toBe(0);
  });
});

test.each<[string, MemoryAdapterOptions]>([
  ['an idempotent backend', { idempotent: true }],
  ['one that compares revisions', { idempotent: false }],
  ['one that compares revisions of records', { idempotent: false, revisions: 'record' }],
  ['one that compares nothing', { idempotent: false, revisions: 'none' }],
])('R10: a save without an answer that was done ends as saved, once: %s', async (_, options) => {
  const adapter = aBackend(options);
  adapter.control.failNext('setVariable', new AdapterError('timeout', 'late'), { applied: true });
  const { store, clock, value, ask, changes } = open(adapter, { isLive: false });
  ask(plan, 'pro');
  await flush();
  const done = adapter.control.server.subscriber(ann)?.revision;
  expect([value(), planOf(adapter)]).toEqual(['pro', 'pro']);
  clock.advance(1000);
  await flush();
  expect(value()).toBe('pro');
  expect(adapter.control.server.subscriber(ann)?.revision).toBe(done);
  expect(store.getState().mutations).toMatchObject({ lanes: new Map(), conflicts: new Map() });
  expect(changes).toMatchObject([{ type: 'variableChanged', value: 'pro' }]);
  const keys = adapter.control.calls.map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(keys).size).toBe(1);
});

test('R11: a deal without an answer is asked about, and sent again only on purpose', async () => {
  const adapter = aBackend({ idempotent: false });
  adapter.control.failNext('createDeal', new AdapterError('timeout', 'late'), { applied: true });
  const { store, clock, connection } = open(adapter);
  const { pipelineId, stepId } = aDeal();
  store.createDeal({ pipelineId, stepId, name: 'Hats', value: null, assigneeId: null }, new Map());
  await flush();
  clock.advance(3_600_000);
  connection.reconnect();
  connection.resume();
  await flush();
  expect(count(adapter, 'createDeal')).toBe(1);
  expect(adapter.control.server.deals(ann)).toHaveLength(2);
  expect([...store.getState().mutations.lanes.values()]).toMatchObject([{ head: { status: 'unknown' } }]);
});

test('R13: a tag that is added twice, or was added by a colleague, is one tag and no error', async () => {
  const backend = aBackend();
  const { adapter, calls } = holdCalls(backend, 'addTag');
  const { store, ask, errors } = open(adapter);
  const id = toFieldId({ kind: 'tag', id: 'vip' });
  ask(id, vip);
  ask(id, vip);
  backend.control.actAs('Maria').addTag(ann, 'vip');
  calls[0]?.pass();
  await flush();
  backend.control.emit(ann, { type: 'changed', fields: { [id]: { value: vip, revision: 1000 } } });
  ask(id, vip);
  await flush();
  expect(calls).toHaveLength(1);
  expect([tagsOf(backend), store.getState().confirmed.tags]).toEqual([
    ['new', 'vip'],
    ['new', 'vip'],
  ]);
  expect([errors, store.getState().mutations.lanes.size]).toEqual([[], 0]);
});

test('R14: my new tag and the one that a colleague takes away meanwhile both count', async () => {
  const backend = aBackend();
  const { adapter, last } = holdCalls(backend, 'addTag');
  const { store, ask } = open(adapter, { isLive: false });
  ask(toFieldId({ kind: 'tag', id: 'vip' }), vip);
  backend.control.actAs('Maria').removeTag(ann, 'new');
  last().pass();
  await flush();
  expect(tagsOf(backend)).toEqual(['vip']);
  expect(store.getState().confirmed.tags).toEqual(['vip']);
});

describe('R16: a move of a deal', () => {
  const to = (stepId: string) => ({ pipelineId: 'sales', stepId });

  test('R16: is sent on the condition that the deal stands where it was seen', async () => {
    const backend = aBackend();
    const { adapter, last } = holdCalls(backend, 'updateDeal');
    const { store, value, ask } = open(adapter);
    ask(step, to('quote'));
    await flush();
    backend.control.actAs('Maria').updateDeal(ann, 'deal-1', { step: to('won') });
    last().pass();
    await flush();
    expect(backend.control.server.deals(ann)).toMatchObject([{ stepId: 'won' }]);
    expect(value(step)).toEqual(to('won'));
    expect(store.getState().mutations.conflicts.get(step)?.value).toEqual(to('quote'));
    store.keepMine(step);
    await flush();
    last().pass();
    await flush();
    expect(backend.control.server.deals(ann)).toMatchObject([{ stepId: 'quote' }]);
  });

  test('R16: goes through where a colleague changed something else of the deal', async () => {
    const backend = aBackend();
    const { adapter, calls, last } = holdCalls(backend, 'updateDeal');
    const { store, ask } = open(adapter, { isLive: false });
    ask(step, to('quote'));
    backend.control.actAs('Maria').updateDeal(ann, 'deal-1', { name: 'Theirs' });
    last().pass();
    await flush();
    expect(calls).toHaveLength(2);
    last().pass();
    await flush();
    expect(backend.control.server.deals(ann)).toMatchObject([{ stepId: 'quote', name: 'Theirs' }]);
    expect(store.getState().mutations.lanes.has(toDealLane('deal-1'))).toBe(false);
  });
});

test('R30: a second tab of the same operator is another client: a conflict, never an overwrite', async () => {
  const backend = aBackend();
  const openTab = () => {
    const { adapter, last } = holdCalls(backend, 'setVariable');
    const initialData = [backend.control.server.subscriber(ann) ?? aSubscriber(ann)];
    const { store } = createCardClient({ adapter, initialData }).getCard(ann);
    return { store, last, ask: (text: string) => store.mutate(new Map([[plan, text]])) };
  };
  const [first, second] = [openTab(), openTab()];
  first.ask('first');
  second.ask('second');
  first.last().pass();
  second.last().pass();
  await flush();
  expect(planOf(backend)).toBe('first');
  const { mutations, confirmed } = second.store.getState();
  expect(shown(mutations, confirmed, plan)).toBe('first');
  expect(mutations.conflicts.get(plan)?.value).toBe('second');
  second.store.keepMine(plan);
  second.last().pass();
  await flush();
  expect(planOf(backend)).toBe('second');
  expect(first.store.getState().mutations.lanes.size).toBe(0);
});
