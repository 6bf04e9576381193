import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import type { CardEvent, DataAdapter } from '../../src/adapters/DataAdapter.ts';
import { toFieldId } from '../../src/model/field.ts';
import { nothingConfirmed } from '../../src/store/confirmed.ts';
import { createCardClient } from '../../src/store/createCardClient.ts';
import { learn } from '../../src/store/learn.ts';
import { listenToEvents } from '../../src/store/listenToEvents.ts';
import { createTestStore } from '../support/createTestStore.ts';
import { aSubscriber, aVariable } from '../support/fixtures.ts';
import { createManualClock } from '../support/manualClock.ts';
import { oddRejections } from '../support/oddRejections.ts';

type Listener = (event: unknown) => void;
type Subscribe = (listener: Listener, signal: AbortSignal) => unknown;

const marina = { id: 'marina', channel: 'instagram' };
const plan = toFieldId({ kind: 'variable', key: 'plan' });
const gone: CardEvent = { type: 'subscriberDeleted' };
const refused = new AdapterError('forbidden', 'No stream.');

const unhandled = vi.fn();

beforeEach(() => {
  unhandled.mockReset();
  process.on('unhandledRejection', unhandled);
});

afterEach(async () => {
  await settle();
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

/** Longer than a rejection needs to be called unhandled. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function listen(subscribe: Subscribe) {
  const controller = new AbortController();
  const events: CardEvent[] = [];
  const errors: AdapterError[] = [];
  const clock = createManualClock();
  const [onGap, onSilence] = [vi.fn(), vi.fn()];
  const { store } = createTestStore(aSubscriber({ variables: [aVariable()] }), {});
  listenToEvents({
    adapter: {
      getSubscriber: async () => aSubscriber(),
      subscribe: ((_ref, listener, { signal }) => subscribe(listener as Listener, signal)) as NonNullable<
        DataAdapter['subscribe']
      >,
    },
    ref: marina,
    signal: controller.signal,
    clock,
    getState: store.getState,
    onEvent: (event) => events.push(event),
    onGap,
    onSilence,
    onError: (error) => errors.push(error),
  });
  const codes = () => errors.map(({ code }) => code);
  return { events, errors, codes, clock, onGap, onSilence, stop: () => controller.abort() };
}

describe('a subscribe', () => {
  test('is given the subscriber, and a signal of the end', () => {
    const subscribe = vi.fn(() => () => {});
    const { stop } = listen(subscribe);
    const [, signal] = subscribe.mock.calls[0] as unknown as [unknown, AbortSignal];
    expect(signal.aborted).toBe(false);
    stop();
    expect(signal.aborted).toBe(true);
  });

  test('that is not there does no harm', () => {
    const onError = vi.fn();
    const { signal } = new AbortController();
    const { store } = createTestStore(aSubscriber(), {});
    const others = {
      getState: store.getState,
      onEvent: vi.fn(),
      onGap: vi.fn(),
      onSilence: vi.fn(),
      onError,
    };
    const adapter = { getSubscriber: async () => aSubscriber() };
    listenToEvents({ adapter, ref: marina, signal, clock: createManualClock(), ...others });
    expect(onError).not.toHaveBeenCalled();
  });

  test.each([
    [
      'throws',
      () => {
        throw refused;
      },
    ],
    ['rejects', () => Promise.reject(refused)],
    [
      'is a thenable that throws',
      () =>
        Object.fromEntries([
          [
            'then',
            () => {
              throw refused;
            },
          ],
        ]),
    ],
  ] as [string, Subscribe][])(
    'that %s is reported once, and ends without a word',
    async (_what, subscribe) => {
      const { errors, stop } = listen(subscribe);
      await settle();
      expect(errors).toEqual([refused]);
      expect(stop).not.toThrow();
      await settle();
      expect(errors).toHaveLength(1);
    },
  );

  test.each(oddRejections)('may throw or reject with anything: $what', async ({ make, code }) => {
    const { codes } = listen(() => {
      throw make();
    });
    const { codes: later } = listen(() => Promise.reject(make()));
    await settle();
    expect([codes(), later()]).toEqual([[code], [code]]);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a subscription object', { unsubscribe() {} }],
    ['the promise of nothing', Promise.resolve()],
  ])('that returns %s is no error, and its events are heard until the end', async (_what, returned) => {
    let emit: Listener = () => {};
    const { events, errors, stop } = listen((listener) => {
      emit = listener;
      return returned;
    });
    await settle();
    emit(gone);
    stop();
    emit(gone);
    await settle();
    expect([events, errors]).toEqual([[gone], []]);
  });
});

describe('its end', () => {
  test('is called once, at once', () => {
    const end = vi.fn();
    const { stop } = listen(() => end);
    expect(end).not.toHaveBeenCalled();
    stop();
    stop();
    expect(end).toHaveBeenCalledTimes(1);
  });

  test.each([
    [
      'throws',
      () => {
        throw refused;
      },
    ],
    ['rejects', () => Promise.reject(refused)],
  ])('that %s is reported', async (_what, end) => {
    const { errors, stop } = listen(() => end);
    expect(stop).not.toThrow();
    await settle();
    expect(errors).toEqual([refused]);
  });

  test('that comes later is called when it has come, and when all is over', async () => {
    const end = vi.fn();
    const { events, stop } = listen(async (listener) => {
      await null;
      listener(gone);
      return end;
    });
    await settle();
    expect([events.length, end.mock.calls.length]).toEqual([1, 0]);
    stop();
    expect(end).toHaveBeenCalledTimes(1);
  });

  test('that comes after the card is gone is called then', async () => {
    const end = vi.fn();
    let connect: (end: () => void) => void = () => {};
    let emit: Listener = () => {};
    const { events, stop } = listen((listener) => {
      emit = listener;
      return new Promise<() => void>((resolve) => {
        connect = resolve;
      });
    });
    stop();
    emit(gone);
    connect(end);
    await settle();
    expect([events.length, end.mock.calls.length]).toEqual([0, 1]);
  });

  test('that comes after the card is gone may fail', async () => {
    let fail: (reason: unknown) => void = () => {};
    const { errors, stop } = listen(
      () =>
        new Promise((_resolve, reject) => {
          fail = reject;
        }),
    );
    stop();
    fail(refused);
    await settle();
    expect(errors).toEqual([refused]);
  });

  test('in the middle of the subscribe is called as soon as it is there', () => {
    const end = vi.fn();
    let stop = () => {};
    const controller = new AbortController();
    const { store } = createTestStore(aSubscriber(), {});
    listenToEvents({
      adapter: {
        getSubscriber: async () => aSubscriber(),
        subscribe(_ref, listener) {
          listener(gone);
          return end;
        },
      },
      ref: marina,
      signal: controller.signal,
      clock: createManualClock(),
      getState: store.getState,
      onEvent: () => stop(),
      onGap: () => {},
      onSilence: () => {},
      onError: () => {},
    });
    expect(end).not.toHaveBeenCalled();
    stop = () => controller.abort();
    stop();
    expect(end).toHaveBeenCalledTimes(1);
  });
});

describe('an event', () => {
  test('while the adapter is still being called is heard', () => {
    const { events } = listen((listener) => {
      listener(gone);
      return () => {};
    });
    expect(events).toEqual([gone]);
  });

  test('within an event is heard', () => {
    let emit: Listener = () => {};
    const heard: string[] = [];
    const { store } = createTestStore(aSubscriber({ variables: [aVariable()] }), {});
    const value = () => String(store.getState().confirmed.fields.get(plan)?.value);
    store.subscribe(() => {
      heard.push(value());
      const next = { free: '1', '1': '2', '2': '3' }[value()];
      if (next) emit({ type: 'changed', fields: { [plan]: { value: next, revision: Number(next) } } });
    });
    listenToEvents({
      adapter: {
        getSubscriber: async () => aSubscriber(),
        subscribe(_ref, listener) {
          emit = listener as Listener;
          return () => {};
        },
      },
      ref: marina,
      signal: new AbortController().signal,
      clock: createManualClock(),
      getState: store.getState,
      onEvent: (event) => event.type !== 'invalidated' && store.learn(event),
      onGap: () => {},
      onSilence: () => {},
      onError: () => {},
    });
    emit({ type: 'changed', fields: { [plan]: { value: '1', revision: 1 } } });
    expect([value(), heard]).toEqual(['3', ['1', '2', '3']]);
  });

  test.each([null, undefined, 7, 'changed', {}, [], { type: 'constructor' }, () => {}, Symbol('x'), 1n])(
    'that is none is reported, and the next is heard: %s',
    (odd) => {
      let emit: Listener = () => {};
      const { events, codes } = listen((listener) => {
        emit = listener;
      });
      emit(odd);
      emit(gone);
      expect([events, codes()]).toEqual([[gone], ['malformed']]);
    },
  );

  test('that the card cannot use throws nothing at the adapter', () => {
    let emit: Listener = () => {};
    const onError = vi.fn();
    listenToEvents({
      adapter: {
        getSubscriber: async () => aSubscriber(),
        subscribe(_ref, listener) {
          emit = listener as Listener;
          return () => {};
        },
      },
      ref: marina,
      signal: new AbortController().signal,
      clock: createManualClock(),
      getState: () => {
        throw new Error('broken');
      },
      onEvent: () => {
        throw new Error('broken');
      },
      onGap: () => {},
      onSilence: () => {},
      onError,
    });
    expect(() => emit(gone)).not.toThrow();
    expect(onError.mock.calls).toMatchObject([[{ code: 'unknown' }]]);
  });
});

describe('a connection', () => {
  test('that opens is a gap, each time that it was not open', () => {
    let emit: Listener = () => {};
    const { onGap, events } = listen((listener) => {
      emit = listener;
    });
    const gaps = ['open', 'open', 'closed', 'closed', 'open', 'open', 'closed', 'open'].map((state) => {
      emit({ type: 'connection', state });
      return onGap.mock.calls.length;
    });
    expect(gaps).toEqual([1, 1, 1, 1, 2, 2, 2, 3]);
    expect(events).toEqual([]);
  });

  test('that was silent for long, or since a time to come, is not trusted', () => {
    let emit: Listener = () => {};
    const { onSilence, clock } = listen((listener) => {
      emit = listener;
    });
    emit(gone);
    clock.advance(299_000);
    emit(gone);
    expect(onSilence).not.toHaveBeenCalled();
    clock.advance(301_000);
    emit(gone);
    emit(gone);
    expect(onSilence).toHaveBeenCalledTimes(1);
  });
});

test('a card that goes while it begins to listen anew listens to nothing', async () => {
  const ends: ReturnType<typeof vi.fn>[] = [];
  let leave = () => {};
  const adapter: DataAdapter = {
    getSubscriber: async () => aSubscriber(),
    subscribe(_ref, listener) {
      if (ends.length > 0) listener(gone);
      const end = vi.fn();
      ends.push(end);
      return end;
    },
  };
  const client = createCardClient({ adapter });
  const { source, store } = client.getCard(marina);
  leave = source.observe('subscriber');
  await settle();
  store.subscribe(({ confirmed }) => confirmed.deleted && leave());
  client.resume();
  await settle();
  expect(ends.map((end) => end.mock.calls.length)).toEqual([1, 1]);
  expect(learn(nothingConfirmed, gone).deleted).toBe(true);
});
