import { describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/createMemoryAdapter.ts';
import { type FieldId, NEW, toFieldId } from '../../src/model/field.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { shown } from '../../src/store/mutations.ts';
import { aDeal, aPipeline, aSubscriber, aVariable } from '../support/fixtures.ts';
import { flush } from '../support/flush.ts';
import { createManualClock } from '../support/manualClock.ts';
import { holdCalls } from './holdCalls.ts';

const ann = { id: 'ann', channel: 'telegram' };
const bea = { id: 'bea', channel: 'telegram' };
const plan = toFieldId({ kind: 'variable', key: 'plan' });
const city = toFieldId({ kind: 'variable', key: 'city' });

function aBackend(options: MemoryAdapterOptions = {}) {
  const variables = [aVariable(), aVariable({ key: 'city', value: 'Recife' })];
  return createMemoryAdapter({
    subscribers: [aSubscriber({ ...ann, variables }), aSubscriber({ ...bea, variables })],
    ...options,
  });
}

type Backend = ReturnType<typeof aBackend>;

/** A client that knows everybody from the start, and whose time the test owns. */
function open(adapter: Backend, onUnauthorized?: () => Promise<void>) {
  const clock = createManualClock();
  const known = [ann, bea].flatMap((ref) => adapter.control.server.subscriber(ref) ?? []);
  const client = createCardClient({ adapter, clock, random: () => 0.5, initialData: known });
  client.handlers.onUnauthorized = onUnauthorized;
  const storeOf = (ref: SubscriberRef) => client.getCard(ref).store;
  return {
    client,
    clock,
    ask: (id: FieldId, wanted: unknown, ref = ann) => storeOf(ref).mutate(new Map([[id, wanted]])),
    value(id = plan, ref = ann) {
      const { mutations, confirmed } = storeOf(ref).getState();
      return shown(mutations, confirmed, id);
    },
    statusOf: (lane: `variable:${string}`, ref = ann) =>
      storeOf(ref).getState().mutations.lanes.get(lane)?.head.status,
  };
}

const held = ({ control }: Backend, key: string, ref = ann) =>
  control.server.subscriber(ref)?.variables.find((variable) => variable.key === key)?.value;
const sent = ({ control }: Backend) =>
  control.calls.flatMap(({ method, args: [ref, key, value] }) =>
    method === 'setVariable' ? [[(ref as SubscriberRef).id, key, value]] : [],
  );

describe('N2: a save that is never answered', () => {
  test('N2: is given up after 15 s, tried four more times, and then stays in sight as failed', async () => {
    const backend = aBackend();
    const { adapter, calls } = holdCalls(backend, 'setVariable');
    const { clock, ask, value, statusOf } = open(adapter);
    ask(plan, 'pro');
    for (const pause of [500, 1000, 2000, 4000, 0]) {
      const call = calls.at(-1);
      clock.advance(14_999);
      await flush();
      expect([statusOf('variable:plan'), call?.signal.aborted]).toEqual(['sent', false]);
      clock.advance(1);
      await flush();
      expect(call?.signal.aborted).toBe(true);
      clock.advance(pause);
      await flush();
    }
    clock.advance(3_600_000);
    await flush();
    expect([statusOf('variable:plan'), value(), calls.length]).toEqual(['failed', 'pro', 5]);
  });

  test('N2: holds up neither the other variables nor what is asked of this one afterwards', async () => {
    const backend = aBackend();
    const { adapter, calls } = holdCalls(backend, 'setVariable');
    const { clock, ask, value } = open(adapter);
    ask(plan, 'pro');
    ask(city, 'Olinda');
    calls[1]?.pass();
    await flush();
    expect(held(backend, 'city')).toBe('Olinda');
    ask(plan, 'team');
    clock.advance(15_000);
    await flush();
    clock.advance(1000);
    await flush();
    calls[2]?.pass();
    await flush();
    expect([held(backend, 'plan'), value()]).toEqual(['team', 'team']);
  });
});

describe('N8: the session ends', () => {
  test('N8: nothing is sent until the operator has signed in, and then everything in its order', async () => {
    const backend = aBackend();
    let signIn = () => {};
    const onUnauthorized = vi.fn(() => new Promise<void>((resolve) => (signIn = resolve)));
    const { client, clock, ask, value } = open(backend, onUnauthorized);
    backend.control.setFail(() => new AdapterError('unauthorized', '401'));
    ask(plan, 'a');
    await flush();
    const before = sent(backend).length;
    ask(plan, 'ab');
    ask(city, 'Olinda');
    ask(plan, 'for Bea', bea);
    ask(plan, 'abc');
    clock.advance(3_600_000);
    // The network coming back signs nobody in.
    client.connection.reconnect();
    await flush();
    expect(sent(backend)).toHaveLength(before);
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    expect([value(), value(city), value(plan, bea)]).toEqual(['abc', 'Olinda', 'for Bea']);
    backend.control.setFail(undefined);
    signIn();
    await flush();
    expect(sent(backend).slice(before)).toEqual([
      ['ann', 'plan', 'abc'],
      ['ann', 'city', 'Olinda'],
      ['bea', 'plan', 'for Bea'],
    ]);
    expect([held(backend, 'plan'), held(backend, 'plan', bea)]).toEqual(['abc', 'for Bea']);
  });
});

describe('N11: a server that asks for a pause', () => {
  test.each([
    [undefined, 1000],
    [-1, 1000],
    [0, 1000],
    [Number.NaN, 1000],
    [20_000, 20_000],
    [9e9, 60_000],
    [Number.POSITIVE_INFINITY, 1000],
  ])(
    'N11: of %s ms gets one of %s ms, and a little that differs from client to client',
    async (asked, pause) => {
      const backend = aBackend();
      backend.control.failNext(
        'setVariable',
        new AdapterError('rate-limited', '429', { retryAfterMs: asked }),
      );
      const { clock, ask } = open(backend);
      ask(plan, 'pro');
      await flush();
      clock.advance(pause + 499);
      await flush();
      expect(held(backend, 'plan')).toBe('free');
      clock.advance(1);
      await flush();
      expect(held(backend, 'plan')).toBe('pro');
    },
  );

  test('N11: gets it from the other lanes too, and is asked at once by who does not want to wait', async () => {
    const backend = aBackend();
    backend.control.failNext(
      'setVariable',
      new AdapterError('rate-limited', '429', { retryAfterMs: 20_000 }),
    );
    const { client, clock, ask } = open(backend);
    ask(plan, 'pro');
    await flush();
    ask(city, 'Olinda');
    ask(plan, 'for Bea', bea);
    clock.advance(19_000);
    await flush();
    expect(sent(backend)).toHaveLength(1);
    client.resume();
    await flush();
    expect([held(backend, 'plan'), held(backend, 'city'), held(backend, 'plan', bea)]).toEqual([
      'pro',
      'Olinda',
      'for Bea',
    ]);
  });
});

test('N16: a storage that is full is told of once, and not forgotten because something could be taken out', async () => {
  const backend = aBackend();
  const storage = {
    keys: () => [],
    get: () => null,
    set() {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    },
    remove() {},
  };
  const onError = vi.fn();
  const initialData = [backend.control.server.subscriber(ann) ?? aSubscriber(ann)];
  const client = createCardClient({ adapter: backend, initialData, persist: { storage, scope: 'one' } });
  client.handlers.onError = onError;
  for (const text of ['pro', 'team']) {
    client.getCard(ann).store.mutate(new Map([[plan, text]]));
    await flush();
    expect(held(backend, 'plan')).toBe(text);
    expect(client.persistence.getState().isFailing).toBe(true);
  }
  expect(onError.mock.calls.map(([{ error }]) => error.code)).toEqual(['unavailable']);
});

describe('the order of what is heard', () => {
  const day = 86_400_000;
  const changed = (value: string, revision: number, at: number) => ({
    type: 'changed' as const,
    fields: { [plan]: { value, revision, at: new Date(at).toISOString() } },
  });

  test('N18: is that of the revisions of the server, whatever the clocks say', () => {
    const { client, value } = open(aBackend());
    const { store } = client.getCard(ann);
    const now = Date.now();
    store.learn(changed('newest', 1003, now - day));
    store.learn(changed('older', 1001, now + day));
    store.learn(changed('old', 1002, now));
    expect(value()).toBe('newest');
  });

  test('N21: of a burst of five thousand is kept by its last, in whatever order they come', () => {
    const { client, value } = open(aBackend());
    const { store } = client.getCard(ann);
    store.change(plan, 'half a wo');
    // Each number once, far from in order: 1,009 has no divisor in common with 5,000.
    for (let event = 0; event < 5000; event += 1) {
      const revision = 1 + ((event * 1009) % 5000);
      store.learn(changed(`value ${revision}`, 1000 + revision, 0));
    }
    expect(value()).toBe('value 5000');
    expect(store.getState().drafts.get(plan)?.input).toBe('half a wo');
  });
});

describe('N24: ids that are hostile', () => {
  const ids = [
    '',
    '0',
    ' ',
    '/',
    'a/b',
    'a:b',
    'a%3Ab',
    '..',
    '__proto__',
    'constructor',
    'toString',
    NEW,
    'null',
    'x'.repeat(10_000),
    '👩‍👩‍👧',
    '\u202Eabc',
  ];

  /** A deal cannot be called what stands for the one that is being typed. */
  const dealIds = ids.filter((id) => id !== NEW);

  test.each(ids.map((id) => [JSON.stringify(id).slice(0, 20), id]))(
    'N24: %s is a name like any other',
    async (_, id) => {
      const others = ids.filter((other) => other !== id);
      const variables = ids.map((key) => aVariable({ key, value: 'before' }));
      const subscribers = [id, others[0] ?? 'x'].map((it) => aSubscriber({ ...ann, id: it, variables }));
      const backend = createMemoryAdapter({
        subscribers,
        pipelines: [aPipeline()],
        deals: new Map([[id, dealIds.map((dealId) => aDeal({ id: dealId, name: 'before' }))]]),
      });
      const client = createCardClient({ adapter: backend, initialData: subscribers });
      const { store, source } = client.getCard({ id, channel: 'telegram' });
      source.observe('deals');
      await vi.waitFor(() => expect(store.getState().confirmed.deals).toHaveLength(dealIds.length));
      store.mutate(new Map([[toFieldId({ kind: 'variable', key: id }), 'after']]));
      if (id !== NEW) store.mutate(new Map([[toFieldId({ kind: 'deal', id, name: 'name' }), 'after']]));
      await flush();
      const server = backend.control.server;
      const of = (subscriberId: string) => server.subscriber({ id: subscriberId })?.variables ?? [];
      expect(of(id).map(({ key, value }) => [key, value])).toEqual(
        ids.map((key) => [key, key === id ? 'after' : 'before']),
      );
      expect(of(others[0] ?? 'x').every(({ value }) => value === 'before')).toBe(true);
      expect(server.deals({ id }).map((deal) => [deal.id, deal.name])).toEqual(
        dealIds.map((dealId) => [dealId, dealId === id ? 'after' : 'before']),
      );
      expect(store.getState().mutations).toMatchObject({ lanes: new Map(), conflicts: new Map() });
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});
