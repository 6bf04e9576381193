import { focusManager, QueryClient } from '@tanstack/query-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { toFieldId } from '../../src/model/field.ts';
import type { SubscriberRef } from '../../src/model/subscriber.ts';
import {
  type CardClientOptions,
  type CardProblem,
  createCardClient,
} from '../../src/store/createCardClient.ts';
import { shown } from '../../src/store/mutations.ts';
import { createHeldAdapter, type HeldMethod } from '../support/createHeldAdapter.ts';
import { aContact, aDeal, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';

const marina = { id: 'marina', channel: 'instagram' };
const olena = { id: 'olena', channel: 'telegram' };
const plan = toFieldId({ kind: 'variable', key: 'plan' });
const offline = new AdapterError('offline', 'No network.');
const unauthorized = new AdapterError('unauthorized', '401');

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  focusManager.setFocused(undefined);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Lets everything happen that needs no time. */
const settle = () => vi.advanceTimersByTimeAsync(0);
/** Longer than a read tries by itself. */
const giveUp = () => vi.advanceTimersByTimeAsync(10_000);

function open(methods: HeldMethod[] = [], options: Partial<CardClientOptions> = {}) {
  const held = createHeldAdapter(...methods);
  const client = createCardClient({ adapter: held.adapter, ...options });
  const problems: CardProblem[] = [];
  client.handlers.onError = (problem) => problems.push(problem);
  const stateOf = (ref: SubscriberRef) => client.getCard(ref).store.getState();
  const nameOf = (ref: SubscriberRef) => stateOf(ref).confirmed.subscriber?.name;
  const observe = (ref: SubscriberRef) => client.getCard(ref).source.observe('subscriber');
  const reads = () => held.callsOf('getSubscriber').length;
  return { ...held, client, problems, stateOf, nameOf, observe, reads };
}

describe('switching', () => {
  test('aborts what is no longer wanted', async () => {
    const { client, calls, listening, last } = open(['listDeals', 'getContact']);
    const { source } = client.getCard(marina);
    const leave = (['subscriber', 'deals', 'contact'] as const).map((section) => source.observe(section));
    await settle();
    expect(calls).toHaveLength(3);
    for (const end of leave) end();
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, true, true]);
    expect(listening.map(({ isStopped }) => isStopped)).toEqual([true]);
    client.getCard(olena).source.observe('subscriber');
    await settle();
    expect(last('getSubscriber').signal.aborted).toBe(false);
  });

  test('aborts a further page of deals that was asked for', async () => {
    const { client, last } = open(['listDeals']);
    const { source } = client.getCard(marina);
    const leave = source.observe('deals');
    await settle();
    last('listDeals').answer({ items: [aDeal()], nextCursor: '2' });
    await settle();
    const more = source.loadMoreDeals();
    leave();
    await expect(more).resolves.toBeUndefined();
    expect(last('listDeals').signal.aborted).toBe(true);
  });

  test('never lands an answer for one on the other, in whatever order they come', async () => {
    const { callsOf, observe, nameOf } = open();
    observe(marina)();
    observe(olena);
    observe(marina);
    await settle();
    const [first, second, third] = callsOf('getSubscriber');
    third!.answer(aSubscriber({ name: 'Marina' }));
    second!.answer(aSubscriber({ ...olena, name: 'Олена' }));
    first!.answer(aSubscriber({ name: 'Marina of before' }));
    await settle();
    expect([nameOf(marina), nameOf(olena)]).toEqual(['Marina', 'Олена']);
  });

  test('does not believe an answer about somebody else', async () => {
    const { observe, last, stateOf, problems } = open();
    observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber({ id: 'olena' }));
    await settle();
    expect(stateOf(marina).confirmed.subscriber).toBeNull();
    expect(stateOf(marina).sections.subscriber.error?.code).toBe('malformed');
    expect(problems).toMatchObject([{ subscriber: marina, section: 'subscriber' }]);
  });

  test('back shows at once what was seen before, and refreshes behind', async () => {
    const { observe, last, reads, nameOf, stateOf } = open();
    const leave = observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber({ name: 'Marina' }));
    await settle();
    leave();
    observe(marina);
    await settle();
    expect(nameOf(marina)).toBe('Marina');
    expect(reads()).toBe(2);
    expect(stateOf(marina).sections.subscriber.isReading).toBe(true);
    last('getSubscriber').answer(aSubscriber({ name: 'Marina, married' }));
    await settle();
    expect(nameOf(marina)).toBe('Marina, married');
  });

  test('passes the conversation on to the adapter', async () => {
    const { client, last } = open();
    client.getCard({ ...marina, conversationId: '1' });
    const { source } = client.getCard({ ...marina, conversationId: '2' });
    source.observe('subscriber');
    await settle();
    expect(last('getSubscriber').arguments[0]).toEqual({ ...marina, conversationId: '2' });
  });
});

describe('reading', () => {
  test('makes one call for any number of readers, and a short absence of one of them none', async () => {
    const { client, observe, last, reads } = open();
    const leave = observe(marina);
    observe(marina);
    client.getCard(marina).source.observe('subscriber');
    await settle();
    last('getSubscriber').answer(aSubscriber());
    await settle();
    leave();
    leave();
    observe(marina);
    await settle();
    expect(reads()).toBe(1);
  });

  test('ahead is not done again by the card that opens', async () => {
    const { client, observe, last, reads, nameOf } = open();
    const ready = client.prefetch(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber({ name: 'Marina' }));
    await ready;
    observe(marina);
    await settle();
    expect(nameOf(marina)).toBe('Marina');
    expect(reads()).toBe(1);
  });

  test('ahead never rejects', async () => {
    const { client, last } = open();
    const ready = client.prefetch(marina);
    await settle();
    last('getSubscriber').fail(new AdapterError('forbidden', 'No.'));
    await expect(ready).resolves.toBeUndefined();
  });

  test('again on demand gives up the read that hangs, and asks anew', async () => {
    const { client, observe, callsOf, nameOf } = open();
    observe(marina);
    await settle();
    client.getCard(marina).source.reload('subscriber');
    await settle();
    const [hung, asked] = callsOf('getSubscriber');
    expect(hung?.signal.aborted).toBe(true);
    asked?.answer(aSubscriber({ name: 'Marina' }));
    await settle();
    expect(nameOf(marina)).toBe('Marina');
    expect(callsOf('getSubscriber')).toHaveLength(2);
  });

  test('again clears the error of the time before', async () => {
    const { client, observe, last, stateOf, problems } = open();
    observe(marina);
    await settle();
    last('getSubscriber').fail(new AdapterError('forbidden', 'No.'));
    await settle();
    expect(stateOf(marina).sections.subscriber).toMatchObject({
      isReading: false,
      error: { code: 'forbidden' },
    });
    client.getCard(marina).source.reload('subscriber');
    await settle();
    expect(stateOf(marina).sections.subscriber).toEqual({ isReading: true, error: undefined });
    last('getSubscriber').answer(aSubscriber());
    await settle();
    expect(stateOf(marina).sections.subscriber).toEqual({ isReading: false, error: undefined });
    expect(problems).toHaveLength(1);
  });

  test('tries again by itself where that may help, and not where it cannot', async () => {
    for (const [code, tries] of [
      ['unavailable', 3],
      ['timeout', 3],
      ['offline', 3],
      ['forbidden', 1],
      ['malformed', 1],
      ['unknown', 1],
    ] as const) {
      const adapter = { getSubscriber: vi.fn().mockRejectedValue(new AdapterError(code, code)) };
      const { observe, stateOf } = open([], { adapter });
      observe(marina);
      await giveUp();
      expect(adapter.getSubscriber, code).toHaveBeenCalledTimes(tries);
      expect(stateOf(marina).sections.subscriber.error?.code).toBe(code);
    }
  });

  test('waits for as long as a busy server asks', async () => {
    const { observe, last, reads } = open();
    observe(marina);
    await settle();
    last('getSubscriber').fail(new AdapterError('rate-limited', '429', { retryAfterMs: 20_000 }));
    await vi.advanceTimersByTimeAsync(19_999);
    expect(reads()).toBe(1);
    await vi.advanceTimersByTimeAsync(1001);
    expect(reads()).toBe(2);
  });

  test('that was put off in a hidden tab goes on when the tab is seen again', async () => {
    const { observe, last, reads } = open();
    observe(marina);
    await settle();
    focusManager.setFocused(false);
    last('getSubscriber').fail(new AdapterError('unavailable', '503'));
    await giveUp();
    expect(reads()).toBe(1);
    focusManager.setFocused(true);
    await settle();
    expect(reads()).toBe(2);
  });

  test('is done again by who comes back to the tab after a while', async () => {
    const { observe, last, reads } = open();
    const leave = observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber());
    await vi.advanceTimersByTimeAsync(6_000);
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    await settle();
    expect(reads()).toBe(2);
    leave();
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    await settle();
    expect(reads()).toBe(2);
  });

  test('a section that cannot be read leaves the others alone', async () => {
    const { client, stateOf, last, problems } = open(['listDeals', 'getContact']);
    const { source } = client.getCard(marina);
    for (const section of ['subscriber', 'deals', 'contact'] as const) source.observe(section);
    await settle();
    last('getSubscriber').answer(aSubscriber());
    last('listDeals').answer('<html>502 Bad Gateway</html>');
    last('getContact').answer(aContact());
    await settle();
    const { sections, confirmed } = stateOf(marina);
    expect(sections.deals.error?.code).toBe('malformed');
    expect([sections.subscriber.error, sections.contact.error]).toEqual([undefined, undefined]);
    expect(confirmed.contact?.id).toBe('contact-1');
    expect(problems).toMatchObject([{ section: 'deals', subscriber: marina }]);
  });

  test('leaves out a row that cannot be read, and says which', async () => {
    const { observe, last, stateOf, problems } = open();
    observe(marina);
    await settle();
    last('getSubscriber').answer({ ...aSubscriber(), variables: [{ key: 7 }, aVariable()] });
    await settle();
    expect(stateOf(marina).confirmed.variables.map(({ key }) => key)).toEqual(['plan']);
    expect(problems).toMatchObject([{ error: { code: 'malformed', detail: { path: 'variables.0.key' } } }]);
  });

  test('says that the subscriber is gone where the backend knows none', async () => {
    const { observe, last, stateOf } = open();
    observe(marina);
    await settle();
    last('getSubscriber').fail(new AdapterError('not-found', '404', { resource: 'subscriber' }));
    await settle();
    expect(stateOf(marina).confirmed.deleted).toBe(true);
  });
});

describe('a query client of the host', () => {
  test('changes nothing by its defaults', async () => {
    const queryClient = new QueryClient({
      defaultOptions: {
        queries: {
          enabled: false,
          select: () => 'selected',
          gcTime: 0,
          staleTime: Number.POSITIVE_INFINITY,
          retry: 10,
          retryDelay: 1,
          refetchOnMount: false,
          retryOnMount: false,
          placeholderData: 'placeholder',
          initialData: 'initial',
          networkMode: 'online',
          persister: async () => 'persisted',
          notifyOnChangeProps: ['data'],
        },
      },
    });
    const { client, observe, last, reads, nameOf, stateOf } = open(['listPipelines'], { queryClient });
    const leave = observe(marina);
    await settle();
    last('getSubscriber').fail(new AdapterError('forbidden', 'No.'));
    await settle();
    expect(stateOf(marina).sections.subscriber.error?.code).toBe('forbidden');
    leave();
    observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber({ name: 'Marina' }));
    await settle();
    expect([nameOf(marina), reads()]).toEqual(['Marina', 2]);
    void client.pipelines.load();
    await settle();
    last('listPipelines').answer([aPipeline()]);
    await settle();
    expect(client.pipelines.state.getState().items).toHaveLength(1);
  });

  test('is one cache for two clients, which are two worlds all the same', async () => {
    const queryClient = new QueryClient();
    const one = open([], { queryClient });
    const two = open([], { queryClient });
    one.observe(marina);
    two.observe(marina);
    await settle();
    one.last('getSubscriber').answer(aSubscriber({ name: 'Marina of one' }));
    two.last('getSubscriber').answer(aSubscriber({ name: 'Marina of two' }));
    await settle();
    expect([one.nameOf(marina), two.nameOf(marina)]).toEqual(['Marina of one', 'Marina of two']);
  });

  test('that is cleared does not leave a section without a way to read it again', async () => {
    const queryClient = new QueryClient();
    const { client, observe, last, nameOf } = open([], { queryClient });
    observe(marina);
    await settle();
    queryClient.clear();
    await settle();
    client.getCard(marina).source.reload('subscriber');
    await settle();
    last('getSubscriber').answer(aSubscriber({ name: 'Marina' }));
    await settle();
    expect(nameOf(marina)).toBe('Marina');
  });

  test('that refetches all of its queries refetches ours', async () => {
    const queryClient = new QueryClient();
    const { observe, last, reads } = open([], { queryClient });
    observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber());
    await settle();
    void queryClient.invalidateQueries();
    await settle();
    expect(reads()).toBe(2);
  });
});

describe('live events', () => {
  async function openLoaded(methods: HeldMethod[] = []) {
    const test = open(methods);
    const leave = test.observe(marina);
    await settle();
    test.last('getSubscriber').answer(aSubscriber({ variables: [aVariable({ revision: 1 })] }));
    await settle();
    const emit = test.listening[0]!.listener;
    const value = () => test.stateOf(marina).confirmed.fields.get(plan)?.value;
    return { ...test, leave, emit, value };
  }

  test('that come before the first answer are not lost', async () => {
    const { observe, last, listening, stateOf } = open();
    observe(marina);
    listening[0]?.listener({ type: 'changed', fields: { [plan]: { value: 'pro', revision: 2 } } });
    await settle();
    last('getSubscriber').answer(aSubscriber({ variables: [aVariable({ value: 'free', revision: 1 })] }));
    await settle();
    expect(stateOf(marina).confirmed.fields.get(plan)?.value).toBe('pro');
  });

  test('begin before the first read and end with the last reader', async () => {
    const { client, listening } = open(['listDeals']);
    const { source } = client.getCard(marina);
    const [one, two] = [source.observe('subscriber'), source.observe('deals')];
    expect(listening).toHaveLength(1);
    one();
    expect(listening[0]?.isStopped).toBe(false);
    two();
    expect(listening[0]?.isStopped).toBe(true);
    source.observe('deals');
    expect(listening.map(({ isStopped }) => isStopped)).toEqual([true, false]);
  });

  test('are ignored after the end', async () => {
    const { leave, emit, value } = await openLoaded();
    leave();
    emit({ type: 'changed', fields: { [plan]: { value: 'late', revision: 9 } } });
    expect(value()).toBe('free');
  });

  test('of another type than their variable are left out, with the rest kept', async () => {
    const { emit, value, problems, stateOf } = await openLoaded();
    emit({ type: 'changed', fields: { [plan]: { value: { amount: '1' }, revision: 2 } } });
    emit(null as never);
    emit({ type: 'subscriberChanged', patch: { name: 'Marina B.' } });
    await vi.waitFor(() => expect(stateOf(marina).confirmed.subscriber?.name).toBe('Marina B.'));
    expect(value()).toBe('free');
    expect(problems.map(({ error }) => error.code)).toEqual(['malformed', 'malformed']);
  });

  test('after a connection that was closed and is open again are not trusted: all is read again', async () => {
    const { client, emit, reads, last, callsOf } = await openLoaded(['listDeals']);
    client.getCard(marina).source.observe('deals');
    await settle();
    last('listDeals').answer({ items: [] });
    await settle();
    emit({ type: 'connection', state: 'closed' });
    emit({ type: 'connection', state: 'open' });
    await settle();
    expect([reads(), callsOf('listDeals').length]).toEqual([2, 2]);
  });

  test('"something changed" while the section is read for the first time reads it once more', async () => {
    const { observe, listening, last, reads, nameOf } = open();
    observe(marina);
    await settle();
    // The answer on its way may be of before the change.
    listening[0]?.listener({ type: 'invalidated', section: 'subscriber' });
    await settle();
    last('getSubscriber').answer(aSubscriber({ name: 'before' }));
    await settle();
    expect(reads()).toBe(2);
    last('getSubscriber').answer(aSubscriber({ name: 'after' }));
    await settle();
    expect([nameOf(marina), reads()]).toEqual(['after', 2]);
  });

  test('"something changed" a thousand times reads one at a time, and ends', async () => {
    const { emit, reads, callsOf } = await openLoaded();
    let open = 0;
    for (let event = 0; event < 1000; event += 1) {
      emit({ type: 'invalidated' });
      open = Math.max(open, callsOf('getSubscriber').filter(({ signal }) => !signal.aborted).length - 1);
    }
    await settle();
    expect([open, reads()]).toEqual([1, 2]);
    callsOf('getSubscriber')[1]?.answer(aSubscriber());
    await settle();
    callsOf('getSubscriber')[2]?.answer(aSubscriber());
    await settle();
    expect(reads()).toBe(3);
  });

  test('"something changed" of what nobody looks at waits for who does', async () => {
    const { client, emit, callsOf, last } = await openLoaded(['listDeals']);
    const { source } = client.getCard(marina);
    source.observe('deals')();
    await settle();
    emit({ type: 'invalidated', section: 'deals' });
    await settle();
    expect(callsOf('listDeals').filter(({ signal }) => !signal.aborted)).toEqual([]);
    source.observe('deals');
    await settle();
    expect(last('listDeals').signal.aborted).toBe(false);
  });

  test('that say that the subscriber is gone are not undone by an answer from before', async () => {
    const { client, emit, last, stateOf } = await openLoaded();
    client.getCard(marina).source.refresh('subscriber');
    await settle();
    emit({ type: 'subscriberDeleted' });
    last('getSubscriber').answer(aSubscriber());
    await settle();
    expect(stateOf(marina).confirmed.deleted).toBe(true);
    client.getCard(marina).source.refresh('subscriber');
    await settle();
    last('getSubscriber').answer(aSubscriber());
    await settle();
    expect(stateOf(marina).confirmed.deleted).toBe(false);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('no socket');
      },
    ],
    ['returns nothing', () => undefined],
    [
      'throws at its end',
      () => () => {
        throw new Error('no socket');
      },
    ],
    [
      'answers while it is called',
      (_ref: SubscriberRef, listener: Parameters<NonNullable<DataAdapter['subscribe']>>[1]) => {
        listener({ type: 'invalidated' });
        listener({ type: 'changed', fields: { [plan]: { value: 'pro', revision: 2 } } });
        return () => {};
      },
    ],
  ])('of a subscribe that %s do no harm', async (_what, subscribe) => {
    const getSubscriber = vi.fn(async () => aSubscriber({ name: 'Marina' }));
    const { observe, nameOf } = open([], { adapter: { getSubscriber, subscribe: subscribe as never } });
    const leave = observe(marina);
    await settle();
    expect(nameOf(marina)).toBe('Marina');
    expect(getSubscriber).toHaveBeenCalledTimes(1);
    expect(leave).not.toThrow();
  });
});

describe('signing in again', () => {
  test('reads what was refused, and listens anew', async () => {
    const { client, observe, last, listening, nameOf, reads } = open();
    const onUnauthorized = vi.fn();
    client.handlers.onUnauthorized = onUnauthorized;
    observe(marina);
    await settle();
    last('getSubscriber').fail(unauthorized);
    await giveUp();
    expect(reads()).toBe(1);
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    client.resume();
    await settle();
    last('getSubscriber').answer(aSubscriber({ name: 'Marina' }));
    await settle();
    expect(nameOf(marina)).toBe('Marina');
    // The stream of the session that ended has ended too.
    expect(listening.map(({ isStopped }) => isStopped)).toEqual([true, false]);
  });

  test('asks again what was asked before it and is refused after it', async () => {
    const { client, observe, last, reads } = open(['listPipelines']);
    observe(marina);
    void client.pipelines.load();
    await settle();
    last('listPipelines').fail(unauthorized);
    await settle();
    client.resume();
    await settle();
    const before = reads();
    last('getSubscriber').fail(unauthorized);
    await settle();
    expect(reads()).toBe(before + 1);
    expect(client.connection.state.getState().signedIn).toBe(true);
  });

  test('reads the pipelines, members and tags that were refused', async () => {
    const { client, last } = open(['listPipelines']);
    void client.pipelines.load();
    await settle();
    last('listPipelines').fail(unauthorized);
    await settle();
    expect(client.pipelines.state.getState().status).toBe('failed');
    client.resume();
    await settle();
    last('listPipelines').answer([aPipeline()]);
    await settle();
    expect(client.pipelines.state.getState()).toMatchObject({ status: 'ready', error: undefined });
  });
});

describe('offline', () => {
  test('reads again what could not be read when the network is back', async () => {
    const { client, observe, last, nameOf, reads } = open();
    observe(marina);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await giveUp();
      last('getSubscriber').fail(offline);
    }
    await giveUp();
    expect(reads()).toBe(3);
    client.connection.reconnect();
    await settle();
    last('getSubscriber').answer(aSubscriber({ name: 'Marina' }));
    await settle();
    expect(nameOf(marina)).toBe('Marina');
  });

  test('looks by itself whether the network is back, though nothing waits', async () => {
    const { client, observe, last } = open(['findContacts']);
    observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber());
    await settle();
    const search = client.findContacts({ email: 'm@example.com' }, { signal: new AbortController().signal });
    last('findContacts').fail(offline);
    await expect(search).rejects.toBe(offline);
    expect(client.connection.state.getState().online).toBe(false);
    await vi.advanceTimersByTimeAsync(30_000);
    last('getSubscriber').answer(aSubscriber());
    await settle();
    expect(client.connection.state.getState().online).toBe(true);
  });
});

describe('what the host is told', () => {
  async function save(handlers: Parameters<typeof Object.assign>[1], ...answers: ('ok' | AdapterError)[]) {
    const test = open(['setVariable']);
    Object.assign(test.client.handlers, handlers);
    const leave = test.observe(marina);
    await settle();
    test.last('getSubscriber').answer(aSubscriber({ variables: [aVariable({ revision: 1 })] }));
    await settle();
    const { store } = test.client.getCard(marina);
    store.mutate(new Map([[plan, 'pro']]));
    for (const answer of answers) {
      await settle();
      if (answer === 'ok')
        test.last('setVariable').answer({ value: aVariable({ value: 'pro', revision: 2 }) });
      else test.last('setVariable').fail(answer);
    }
    await settle();
    return { ...test, store, leave };
  }

  test('is a change of this client, once, after the server confirmed it, and of nobody else', async () => {
    const onEvent = vi.fn();
    const { listening } = await save({ onEvent }, 'ok');
    const event = {
      type: 'variableChanged',
      key: 'plan',
      value: 'pro',
      previous: 'free',
      subscriber: marina,
    };
    expect(onEvent.mock.calls).toEqual([[event]]);
    listening[0]?.listener({ type: 'changed', fields: { [plan]: { value: 'pro', revision: 2 } } });
    listening[0]?.listener({ type: 'changed', fields: { [plan]: { value: 'team', revision: 3 } } });
    expect(onEvent).toHaveBeenCalledTimes(1);
  });

  test('is what went wrong and of whom, never with a value', async () => {
    const onError = vi.fn();
    await save({ onError }, new AdapterError('invalid', 'No.', { issues: [] }));
    expect(onError.mock.calls).toMatchObject([[{ error: { code: 'invalid' }, subscriber: marina }]]);
    expect(JSON.stringify(onError.mock.calls)).not.toContain('pro');
  });

  test('of a 401 is asked for by onUnauthorized alone', async () => {
    const [onError, onUnauthorized] = [vi.fn(), vi.fn()];
    await save({ onError, onUnauthorized }, unauthorized);
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    expect(onError).not.toHaveBeenCalled();
  });

  test('may make the host throw: the change is saved and drawn all the same', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const onEvent = () => {
      throw new Error('analytics is down');
    };
    const { store, problems } = await save({ onEvent }, 'ok');
    expect(store.getState().mutations.lanes.size).toBe(0);
    expect(log).toHaveBeenCalledTimes(1);
    expect(problems).toEqual([]);
  });

  test('by the store itself may make a listener throw: the other listeners hear it, and nothing fails', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { client, observe, last, stateOf } = open(['setVariable']);
    observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber({ variables: [aVariable({ revision: 1 })] }));
    await settle();
    const { store } = client.getCard(marina);
    store.mutate(new Map([[plan, 'pro']]));
    await settle();
    store.mutate(new Map([[plan, 'team']]));
    const heard = vi.fn();
    store.subscribe(() => {
      throw new Error('a broken listener');
    });
    store.subscribe(heard);
    last('setVariable').answer({ value: aVariable({ value: 'pro', revision: 2 }) });
    await settle();
    last('setVariable').answer({ value: aVariable({ value: 'team', revision: 3 }) });
    await settle();
    expect(stateOf(marina).confirmed.fields.get(plan)?.value).toBe('team');
    expect(stateOf(marina).mutations.lanes.size).toBe(0);
    expect(heard).toHaveBeenCalled();
    expect(log).toHaveBeenCalled();
  });

  test('of a save goes on after everybody has looked away', async () => {
    const onEvent = vi.fn();
    const { leave, last } = await save({ onEvent });
    leave();
    expect(last('setVariable').signal.aborted).toBe(false);
    last('setVariable').answer({ value: aVariable({ value: 'pro', revision: 2 }) });
    await settle();
    expect(onEvent).toHaveBeenCalledTimes(1);
  });
});

describe('what is kept', () => {
  const nobody = (place: number) => ({ id: `nobody-${place}`, channel: 'telegram' });

  function passThrough(client: ReturnType<typeof createCardClient>, count: number) {
    for (let place = 0; place < count; place += 1) client.getCard(nobody(place));
  }

  test('are a hundred cards that nobody looks at', async () => {
    const { client } = open();
    const [first, last] = [client.getCard(marina), client.getCard(olena)];
    await vi.advanceTimersByTimeAsync(60_000);
    passThrough(client, 99);
    expect(client.getCard(olena)).toBe(last);
    expect(client.getCard(marina)).not.toBe(first);
  });

  test('are cards that are looked at, and those with unsent work, however long ago', async () => {
    const { client, observe } = open(['setVariable']);
    observe(marina);
    const looked = client.getCard(marina);
    const typed = client.getCard(olena);
    typed.store.edit(plan, 'half a wo');
    const saving = client.getCard({ id: 'joão' });
    saving.store.mutate(new Map([[plan, 'pro']]));
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.advanceTimersByTimeAsync(60_000);
    passThrough(client, 300);
    expect(client.getCard(marina)).toBe(looked);
    expect(client.getCard(olena)).toBe(typed);
    expect(client.getCard({ id: 'joão' })).toBe(saving);
  });

  test('are the cards of a long list that is being drawn, which nobody observes yet', () => {
    const { client } = open();
    const drawn = Array.from({ length: 300 }, (_, place) => client.getCard(nobody(place)));
    expect(drawn.every((card, place) => client.getCard(nobody(place)) === card)).toBe(true);
  });

  test('of a card that went is nothing: the next one of its subscriber reads for itself', async () => {
    const { client, observe, last, nameOf } = open();
    const leave = observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber({ name: 'Marina' }));
    await settle();
    leave();
    await vi.advanceTimersByTimeAsync(60_000);
    passThrough(client, 101);
    expect(nameOf(marina)).toBeUndefined();
    observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber({ name: 'Marina' }));
    await settle();
    expect(nameOf(marina)).toBe('Marina');
  });
});

describe('initial data', () => {
  test('is known before the first read, also where the host names no channel', () => {
    const { nameOf, reads } = open([], { initialData: [aSubscriber({ name: 'Marina' })] });
    expect([nameOf(marina), nameOf({ id: 'marina' }), reads()]).toEqual(['Marina', 'Marina', 0]);
    expect(nameOf({ id: 'marina', channel: 'viber' })).toBeUndefined();
  });

  test('of more than are kept is not lost', () => {
    const initialData = Array.from({ length: 150 }, (_, place) =>
      aSubscriber({ id: String(place), name: `Nº ${place}` }),
    );
    const { nameOf } = open([], { initialData });
    expect(nameOf({ id: '0' })).toBe('Nº 0');
  });

  test('is read with the care of any answer: what is malformed is left out, and told once nothing is drawn', async () => {
    const initialData = [null, { ...aSubscriber(), variables: undefined }] as never;
    const { nameOf, problems } = open([], { initialData });
    expect(nameOf(marina)).toBeUndefined();
    expect(problems).toEqual([]);
    await settle();
    expect(problems).toHaveLength(1);
  });
});

describe('the adapter', () => {
  test('that is replaced is used from the next call on', async () => {
    const { client, observe, reads, listening, last } = open(['setVariable']);
    observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber({ variables: [aVariable()] }));
    await settle();
    const next = createHeldAdapter('setVariable');
    client.setAdapter(next.adapter);
    await settle();
    expect([reads(), next.calls.length, listening.length, next.listening.length]).toEqual([1, 0, 1, 0]);
    client.getCard(marina).store.mutate(new Map([[plan, 'pro']]));
    await settle();
    expect(next.callsOf('setVariable')).toHaveLength(1);
  });

  test.each([
    ['conflict', { current: '<html>' }],
    ['partial', { applied: 'all' as never, failed: [null] as never }],
    ['invalid', { issues: 'many' as never }],
  ] as const)('that refuses for %s with garbage does not block the lane', async (code, detail) => {
    const { client, observe, last, stateOf } = open(['setVariable']);
    observe(marina);
    await settle();
    last('getSubscriber').answer(aSubscriber({ variables: [aVariable({ revision: 1 })] }));
    await settle();
    const { store } = client.getCard(marina);
    store.mutate(new Map([[plan, 'pro']]));
    await settle();
    last('setVariable').fail(new AdapterError(code, code, detail));
    await settle();
    expect(stateOf(marina).mutations.lanes.get('variable:plan')?.head.status).toBe('failed');
    store.retry('variable:plan');
    await settle();
    last('setVariable').answer({ value: aVariable({ value: 'pro', revision: 2 }) });
    await settle();
    expect(stateOf(marina).mutations.lanes.size).toBe(0);
  });
});

describe('the account', () => {
  test('is read once in five minutes', async () => {
    const { client, last, callsOf } = open(['listPipelines']);
    void client.pipelines.load();
    void client.pipelines.load();
    await settle();
    last('listPipelines').answer([aPipeline()]);
    await settle();
    void client.pipelines.load();
    await settle();
    expect(callsOf('listPipelines')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    void client.pipelines.load();
    await settle();
    expect(callsOf('listPipelines')).toHaveLength(2);
  });

  test('that could not be read is not asked for with every row that is drawn, but at once by who wants it', async () => {
    const { client, last, callsOf } = open(['listPipelines']);
    void client.pipelines.load();
    await settle();
    last('listPipelines').fail(new AdapterError('forbidden', 'No.'));
    await settle();
    for (let row = 0; row < 30; row += 1) void client.pipelines.load();
    await settle();
    expect(callsOf('listPipelines')).toHaveLength(1);
    void client.pipelines.retry();
    await settle();
    expect(client.pipelines.state.getState()).toMatchObject({ status: 'loading', error: undefined });
    last('listPipelines').fail(new AdapterError('forbidden', 'No.'));
    await vi.advanceTimersByTimeAsync(30_000);
    void client.pipelines.load();
    await settle();
    expect(callsOf('listPipelines')).toHaveLength(3);
  });

  test('knows a tag that was just created', async () => {
    const { client, observe, last } = open(['searchTags', 'createTag']);
    observe(marina);
    void client.tags.load();
    await settle();
    last('getSubscriber').answer(aSubscriber());
    last('searchTags').answer({ items: [aTag()] });
    await settle();
    client.getCard(marina).store.createTag('Loyal');
    await settle();
    const loyal = aTag({ id: 'loyal', name: 'Loyal' });
    last('createTag').answer({ value: { tags: [loyal] } });
    await settle();
    last('searchTags').answer({ items: [aTag(), loyal] });
    await settle();
    expect(client.tags.state.getState().items.map(({ name }) => name)).toEqual(['VIP', 'Loyal']);
  });
});

test('what is shown is what was asked for, until the server has answered', async () => {
  const { client, observe, last, stateOf } = open(['setVariable']);
  observe(marina);
  await settle();
  last('getSubscriber').answer(aSubscriber({ variables: [aVariable({ revision: 1 })] }));
  await settle();
  client.getCard(marina).store.mutate(new Map([[plan, 'pro']]));
  client.getCard(marina).source.refresh('subscriber');
  await settle();
  last('getSubscriber').answer(aSubscriber({ variables: [aVariable({ revision: 1 })] }));
  await settle();
  const { mutations, confirmed } = stateOf(marina);
  expect(shown(mutations, confirmed, plan)).toBe('pro');
});
