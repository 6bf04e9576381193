import { focusManager } from '@tanstack/query-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { CardEvent, DataAdapter, SectionName } from '../../src/adapters/DataAdapter.ts';
import { toFieldId } from '../../src/model/field.ts';
import {
  type CardClientOptions,
  type CardProblem,
  createCardClient,
} from '../../src/store/createCardClient.ts';
import { createHeldAdapter, type HeldMethod } from '../support/createHeldAdapter.ts';
import { aContact, aDeal, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { createManualClock } from '../support/manualClock.ts';

const marina = { id: 'marina', channel: 'instagram' };
const plan = toFieldId({ kind: 'variable', key: 'plan' });
const sections: readonly SectionName[] = ['subscriber', 'deals', 'contact'];
const open: CardEvent = { type: 'connection', state: 'open' };
const closed: CardEvent = { type: 'connection', state: 'closed' };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  focusManager.setFocused(undefined);
  vi.useRealTimers();
});

/** Lets everything happen that needs no time. */
const settle = () => vi.advanceTimersByTimeAsync(0);

function start(methods: HeldMethod[] = [], options: Partial<CardClientOptions> = {}) {
  const held = createHeldAdapter(...methods);
  const client = createCardClient({ adapter: held.adapter, ...options });
  const problems: CardProblem[] = [];
  client.handlers.onError = (problem) => problems.push(problem);
  const { store, source } = client.getCard(marina);
  const reads = (method = 'getSubscriber') => held.callsOf(method).length;
  const sectionOf = (section: SectionName) => store.getState().sections[section];
  return { ...held, client, problems, store, source, reads, sectionOf };
}

/** Loaded, with a stream that has said nothing yet. */
async function load(
  methods: HeldMethod[] = ['listDeals', 'getContact'],
  options: Partial<CardClientOptions> = {},
) {
  const card = start(methods, options);
  const leave = sections.map((section) => card.source.observe(section));
  await settle();
  await answerAll(card);
  const emit = (event: CardEvent) => card.listening.at(-1)?.listener(event);
  const allReads = () => [card.reads(), card.reads('listDeals'), card.reads('getContact')];
  return { ...card, leave, emit, allReads };
}

async function answerAll({ calls }: Pick<ReturnType<typeof start>, 'calls'>) {
  for (const call of calls) {
    if (call.method === 'getSubscriber')
      call.answer(aSubscriber({ variables: [aVariable({ revision: 1 })] }));
    if (call.method === 'listDeals') call.answer({ items: [aDeal()] });
    if (call.method === 'getContact') call.answer(aContact());
  }
  await settle();
}

describe('rows that cannot be read', () => {
  test('are counted, by their list, and reported with their place', async () => {
    const { source, last, sectionOf, problems, store } = start(['listDeals', 'getContact']);
    for (const section of sections) source.observe(section);
    await settle();
    last('getSubscriber').answer({
      ...aSubscriber(),
      variables: [aVariable(), { key: 7 }, null],
      tagging: { tags: [aTag(), 'vip'] },
      campaigns: [{ id: 'touch' }],
    });
    last('listDeals').answer({ items: [aDeal(), { ...aDeal(), id: 9 }] });
    last('getContact').answer({ ...aContact(), phones: [7], emails: [{}], fields: [null] });
    await settle();
    expect(sectionOf('subscriber').omitted).toEqual({ variables: 2, tags: 1, campaigns: 1 });
    expect(sectionOf('deals').omitted).toEqual({ deals: 1 });
    expect(sectionOf('contact').omitted).toEqual({ contact: 3 });
    expect(problems.map(({ error, section }) => [section, error.code, error.detail.path])).toEqual([
      ['subscriber', 'malformed', 'campaigns.0.name'],
      ['subscriber', 'malformed', 'variables.1.key'],
      ['subscriber', 'malformed', 'variables.2'],
      ['subscriber', 'malformed', 'tagging.tags.1'],
      ['deals', 'malformed', 'items.1.id'],
      ['contact', 'malformed', 'phones.0'],
      ['contact', 'malformed', 'emails.0.value'],
      ['contact', 'malformed', 'fields.0'],
    ]);
    expect(store.getState().confirmed.variables).toHaveLength(1);
  });

  test('are not counted where a row has only lost a detail, or has a twin', async () => {
    const { source, last, sectionOf, problems } = start();
    source.observe('subscriber');
    await settle();
    const select = {
      ...aVariable({ key: 'size', type: 'select', value: 'a' }),
      options: [{ id: 'a', label: 'A' }, 7],
    };
    last('getSubscriber').answer({
      ...aSubscriber(),
      username: 42,
      variables: [{ ...aVariable(), hint: 7 }, select, aVariable()],
    });
    await settle();
    expect(sectionOf('subscriber').omitted).toBeUndefined();
    expect(problems.map(({ error }) => error.detail.path)).toEqual([
      'username',
      'variables.0.hint',
      'variables.1.options.1',
      'variables.2',
    ]);
  });

  test('are those of the last answer', async () => {
    const { source, last, sectionOf } = start();
    source.observe('subscriber');
    await settle();
    last('getSubscriber').answer({ ...aSubscriber(), variables: [null, null] });
    await settle();
    source.reload('subscriber');
    await settle();
    expect(sectionOf('subscriber')).toMatchObject({ isReading: true, omitted: { variables: 2 } });
    last('getSubscriber').fail(new AdapterError('forbidden', 'No.'));
    await settle();
    expect(sectionOf('subscriber')).toMatchObject({
      error: { code: 'forbidden' },
      omitted: { variables: 2 },
    });
    source.reload('subscriber');
    await settle();
    last('getSubscriber').answer(aSubscriber());
    await settle();
    expect(sectionOf('subscriber')).toEqual({ isReading: false, error: undefined, omitted: undefined });
  });

  test('are not taken for deleted where they were read before', async () => {
    const { source, last, store } = start(['listDeals']);
    source.observe('subscriber');
    source.observe('deals');
    await settle();
    const [cart, vip] = [aTag({ id: 'cart', name: 'Cart' }), aTag()];
    let revision = 0;
    const answer = (answers: { variables: unknown[]; tags: unknown[]; deals: unknown[] }) => {
      const { variables, tags, deals } = answers;
      revision += 1;
      last('getSubscriber').answer({ ...aSubscriber(), variables, tagging: { tags, revision } });
      last('listDeals').answer({ items: deals });
      return settle();
    };
    const shown = () => {
      const { confirmed } = store.getState();
      return [confirmed.variables.map(({ key }) => key), confirmed.tags, confirmed.deals.map(({ id }) => id)];
    };
    const [one, two] = [aVariable(), aVariable({ key: 'two' })];
    const [first, second] = [aDeal(), aDeal({ id: 'deal-2' })];
    await answer({ variables: [one, two], tags: [vip, cart], deals: [first, second] });
    const all = [
      ['plan', 'two'],
      ['vip', 'cart'],
      ['deal-1', 'deal-2'],
    ];
    expect(shown()).toEqual(all);
    for (const section of ['subscriber', 'deals'] as const) source.refresh(section);
    await settle();
    await answer({
      variables: [one, { ...two, label: 7 }],
      tags: [vip, { id: 'cart' }],
      deals: [first, { ...second, name: null }],
    });
    expect(shown().map((ids) => [...ids].sort())).toEqual(all.map((ids) => [...ids].sort()));
    for (const section of ['subscriber', 'deals'] as const) source.refresh(section);
    await settle();
    await answer({ variables: [one], tags: [vip], deals: [first] });
    expect(shown()).toEqual([['plan'], ['vip'], ['deal-1']]);
  });

  test('of tags hide none that is assigned, also where its revision is told only once', async () => {
    const { source, last, listening, store } = start();
    source.observe('subscriber');
    await settle();
    last('getSubscriber').answer({ ...aSubscriber(), tagging: { tags: [aTag(), null], revision: 5 } });
    await settle();
    const cart = aTag({ id: 'cart', name: 'Cart' });
    listening[0]?.listener({ type: 'changed', fields: { 'tag:cart': { value: cart, revision: 4 } } });
    expect(store.getState().confirmed.tags).toEqual(['vip', 'cart']);
    source.refresh('subscriber');
    await settle();
    last('getSubscriber').answer(aSubscriber({ tagging: { tags: [aTag()], revision: 5 } }));
    await settle();
    expect(store.getState().confirmed.tags).toEqual(['vip']);
  });

  test('of further pages of deals are added', async () => {
    const { source, last, sectionOf, problems, store } = start(['listDeals']);
    source.observe('deals');
    await settle();
    last('listDeals').answer({ items: [aDeal(), null], nextCursor: '2' });
    await settle();
    const more = source.loadMoreDeals();
    last('listDeals').answer({ items: [{}, aDeal({ id: 'deal-2' }), 7] });
    await more;
    expect(sectionOf('deals').omitted).toEqual({ deals: 3 });
    expect(problems).toHaveLength(3);
    expect(store.getState().confirmed.deals.map(({ id }) => id)).toEqual(['deal-1', 'deal-2']);
  });

  test('leave a catalogue that can be used, and searched here where it is whole', async () => {
    const { client, last, problems } = start(['searchTags', 'searchMembers', 'listPipelines']);
    void client.tags.load();
    void client.members.load();
    void client.pipelines.load();
    await settle();
    last('searchTags').answer({ items: [aTag(), { id: 'x' }] });
    last('searchMembers').answer({ items: [7], nextCursor: '2' });
    last('listPipelines').answer([
      null,
      { id: 'sales', name: 'Sales', steps: [{ id: 'a', name: 'A' }, 'b'] },
    ]);
    await settle();
    expect(client.tags.state.getState()).toMatchObject({ status: 'ready', items: [aTag()], isWhole: true });
    expect(client.members.state.getState()).toMatchObject({ status: 'ready', items: [], isWhole: false });
    expect(client.pipelines.state.getState()).toMatchObject({
      status: 'ready',
      items: [{ id: 'sales', steps: [{ id: 'a', name: 'A' }] }],
    });
    expect(problems.map(({ error }) => [error.code, error.detail.path])).toEqual([
      ['malformed', 'items.1.name'],
      ['malformed', 'items.0'],
      ['malformed', '0'],
      ['malformed', '1.steps.1'],
    ]);
    const search = client.tags.search('v', new AbortController().signal);
    await settle();
    last('searchTags').answer({ items: [null, aTag()] });
    await expect(search).resolves.toEqual([aTag()]);
  });
});

describe('between a read and the events', () => {
  test('is a gap where the stream opens later: what was read before is read again', async () => {
    const { emit, allReads } = await load();
    expect(allReads()).toEqual([1, 1, 1]);
    emit(open);
    await settle();
    expect(allReads()).toEqual([2, 2, 2]);
    emit(open);
    await settle();
    expect(allReads()).toEqual([2, 2, 2]);
  });

  test('is a gap for a read that is on its way, too', async () => {
    const { source, listening, last, reads, store } = start();
    source.observe('subscriber');
    await settle();
    listening[0]?.listener(open);
    await settle();
    expect(reads()).toBe(1);
    last('getSubscriber').answer(aSubscriber({ name: 'of before' }));
    await settle();
    expect(reads()).toBe(2);
    last('getSubscriber').answer(aSubscriber({ name: 'of now' }));
    await settle();
    expect([reads(), store.getState().confirmed.subscriber?.name]).toEqual([2, 'of now']);
  });

  test('is none where the stream is open when the read begins', async () => {
    const { adapter, callsOf } = createHeldAdapter();
    const subscribe: DataAdapter['subscribe'] = (_ref, listener) => {
      listener(open);
      return () => {};
    };
    const client = createCardClient({ adapter: { ...adapter, subscribe } });
    client.getCard(marina).source.observe('subscriber');
    await settle();
    callsOf('getSubscriber')[0]?.answer(aSubscriber());
    await settle();
    expect(callsOf('getSubscriber')).toHaveLength(1);
  });

  test('is read over once after a sign-in, also where the new stream opens at once', async () => {
    const { adapter, callsOf } = createHeldAdapter();
    const subscribe: DataAdapter['subscribe'] = (_ref, listener) => {
      listener(open);
      return () => {};
    };
    const client = createCardClient({ adapter: { ...adapter, subscribe } });
    client.getCard(marina).source.observe('subscriber');
    await settle();
    for (const expected of [1, 2]) {
      expect(callsOf('getSubscriber')).toHaveLength(expected);
      callsOf('getSubscriber')[expected - 1]?.answer(aSubscriber());
      await settle();
      client.resume();
      await settle();
    }
    expect(callsOf('getSubscriber')).toHaveLength(3);
  });

  test('is none that is known of where the stream replays, and says nothing of itself', async () => {
    const { emit, allReads, store } = await load();
    emit({ type: 'changed', fields: { [plan]: { value: 'pro', revision: 2 } } });
    await settle();
    expect(allReads()).toEqual([1, 1, 1]);
    expect(store.getState().confirmed.fields.get(plan)?.value).toBe('pro');
  });

  test('is a gap after each time that the stream was closed', async () => {
    const { emit, allReads, calls } = await load();
    emit(open);
    await settle();
    await answerAll({ calls });
    for (let time = 1; time <= 3; time += 1) {
      emit(closed);
      emit(closed);
      await settle();
      expect(allReads()).toEqual([1 + time, 1 + time, 1 + time]);
      emit(open);
      await settle();
      expect(allReads()).toEqual([2 + time, 2 + time, 2 + time]);
      await answerAll({ calls });
    }
  });

  test('is a gap for what was read ahead, where the card opens too late for a replay', async () => {
    for (const [wait, expected] of [
      [1_900, 1],
      [2_100, 2],
    ] as const) {
      const { client, source, last, reads } = start();
      const ready = client.prefetch(marina);
      await settle();
      last('getSubscriber').answer(aSubscriber());
      await ready;
      await vi.advanceTimersByTimeAsync(wait);
      source.observe('subscriber');
      await settle();
      expect(reads()).toBe(expected);
    }
  });

  test('is a gap for what is being read ahead for long already', async () => {
    const { client, source, last, reads } = start();
    void client.prefetch(marina);
    await vi.advanceTimersByTimeAsync(3_000);
    source.observe('subscriber');
    await settle();
    expect(reads()).toBe(1);
    last('getSubscriber').answer(aSubscriber());
    await settle();
    expect(reads()).toBe(2);
  });

  test('is read anew by who comes back where the read was given up', async () => {
    const { emit, allReads, leave, source, last } = await load();
    emit(open);
    await settle();
    expect(allReads()).toEqual([2, 2, 2]);
    leave[1]?.();
    expect(last('listDeals').signal.aborted).toBe(true);
    source.observe('deals');
    await settle();
    expect(allReads()).toEqual([2, 3, 2]);
  });

  test('keeps news of a section that is read and not looked at', async () => {
    const { source, listening, last, reads } = start(['listDeals']);
    source.observe('deals');
    void source.read('subscriber');
    await settle();
    listening[0]?.listener({ type: 'invalidated', section: 'subscriber' });
    last('getSubscriber').answer(aSubscriber());
    await settle();
    expect(reads()).toBe(1);
    source.observe('subscriber');
    await settle();
    expect(reads()).toBe(2);
  });
});

describe('a page that has slept', () => {
  const HOUR = 60 * 60_000;

  /** A card whose clock only the test moves: no timer fires while it sleeps. */
  async function sleep(milliseconds: number, methods?: HeldMethod[]) {
    const clock = createManualClock(Date.now());
    let skew = 0;
    const skewed = { ...clock, now: () => clock.now() + skew };
    const card = await load(methods, { clock: skewed, random: () => 0.5 });
    return {
      ...card,
      clock,
      wake() {
        skew += milliseconds;
        card.client.wake();
        return settle();
      },
      jump() {
        skew += milliseconds;
      },
    };
  }

  test.each([HOUR, -HOUR])(
    'by %i ms reads again what it shows, when it is seen again',
    async (milliseconds) => {
      const { wake, allReads, calls } = await sleep(milliseconds);
      await wake();
      expect(allReads()).toEqual([2, 2, 2]);
      await answerAll({ calls });
      expect(allReads()).toEqual([2, 2, 2]);
    },
  );

  test('for a moment reads nothing again', async () => {
    const { wake, allReads } = await sleep(4_000);
    await wake();
    expect(allReads()).toEqual([1, 1, 1]);
  });

  test('reads once, whoever asks for it', async () => {
    const { wake, allReads } = await sleep(HOUR);
    await wake();
    await wake();
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    await settle();
    expect(allReads()).toEqual([2, 2, 2]);
  });

  test('reads what could not be read, and nothing that nobody looks at', async () => {
    const { wake, leave, last, source, allReads } = await sleep(1_000);
    source.reload('deals');
    await settle();
    last('listDeals').fail(new AdapterError('forbidden', 'No.'));
    await settle();
    leave[2]?.();
    await wake();
    expect(allReads()).toEqual([1, 3, 1]);
  });

  test.each([HOUR, -HOUR])('by %i ms does so with its first event, too', async (milliseconds) => {
    const { jump, emit, allReads } = await sleep(milliseconds);
    jump();
    emit({ type: 'changed', fields: { [plan]: { value: 'pro', revision: 2 } } });
    await settle();
    expect(allReads()).toEqual([2, 2, 2]);
    emit({ type: 'changed', fields: { [plan]: { value: 'free', revision: 3 } } });
    await settle();
    expect(allReads()).toEqual([2, 2, 2]);
  });

  test.each(['it is seen again', 'there is an event'])('sends at once what waits, when %s', async (when) => {
    const { wake, jump, emit, store, last, reads } = await sleep(HOUR, [
      'setVariable',
      'listDeals',
      'getContact',
    ]);
    store.mutate(new Map([[plan, 'pro']]));
    await settle();
    last('setVariable').fail(new AdapterError('unavailable', '503'));
    await settle();
    expect(reads('setVariable')).toBe(1);
    if (when === 'it is seen again') await wake();
    else {
      jump();
      emit({ type: 'changed', fields: {} });
      await settle();
    }
    expect(reads('setVariable')).toBe(2);
  });

  test('whose clock was set back sends what waits no later for that', async () => {
    const { jump, clock, store, last, reads } = await sleep(-HOUR, [
      'setVariable',
      'listDeals',
      'getContact',
    ]);
    store.mutate(new Map([[plan, 'pro']]));
    await settle();
    last('setVariable').fail(new AdapterError('unavailable', '503'));
    await settle();
    jump();
    store.resume();
    expect(reads('setVariable')).toBe(1);
    clock.advance(8_000);
    await settle();
    expect(reads('setVariable')).toBe(2);
  });

  test('whose clock was set back asks again for a catalogue that could not be read', async () => {
    const { jump, client, last, reads } = await sleep(-HOUR, ['listPipelines', 'listDeals', 'getContact']);
    void client.pipelines.load();
    await settle();
    last('listPipelines').fail(new AdapterError('forbidden', 'No.'));
    await settle();
    void client.pipelines.load();
    await settle();
    expect(reads('listPipelines')).toBe(1);
    jump();
    void client.pipelines.load();
    await settle();
    expect(reads('listPipelines')).toBe(2);
  });

  test('offline tries at once, and says that it is online only when it is', async () => {
    const { wake, store, last, reads, client } = await sleep(HOUR, [
      'setVariable',
      'listDeals',
      'getContact',
    ]);
    store.mutate(new Map([[plan, 'pro']]));
    await settle();
    last('setVariable').fail(new AdapterError('offline', 'No network.'));
    await settle();
    await wake();
    expect([reads('setVariable'), client.connection.state.getState().online]).toEqual([2, false]);
    last('setVariable').answer({ value: aVariable({ value: 'pro', revision: 2 }) });
    await settle();
    expect(client.connection.state.getState().online).toBe(true);
    expect(store.getState().mutations.lanes.size).toBe(0);
  });
});
