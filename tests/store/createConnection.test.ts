import { describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createConnection } from '../../src/store/createConnection.ts';
import { flush } from '../support/flush.ts';
import { createManualClock } from '../support/manualClock.ts';

const unauthorized = () => Promise.reject(new AdapterError('unauthorized', '401'));
const offline = () => Promise.reject(new AdapterError('offline', 'No network.'));
const never = () => new Promise<never>(() => {});
const ignore = () => {};

function open(onUnauthorized: () => Promise<void> | void = () => {}) {
  const clock = createManualClock();
  const onResume = vi.fn<(isSignIn: boolean) => void>();
  const onError = vi.fn<(error: AdapterError) => void>();
  const asked = vi.fn(onUnauthorized);
  const connection = createConnection({
    clock,
    random: () => 0.5,
    timeout: 15_000,
    onResume,
    onUnauthorized: asked,
    onError,
  });
  return { connection, clock, onResume, onError, asked, state: connection.state.getState };
}

describe('a call', () => {
  test('gives its answer, and leaves nothing behind', async () => {
    const { connection, clock } = open();
    const outer = new AbortController();
    const remove = vi.spyOn(outer.signal, 'removeEventListener');
    expect(await connection.call(async () => 'yes', outer.signal)).toBe('yes');
    expect(clock.untilNext()).toBeUndefined();
    expect(remove).toHaveBeenCalledTimes(1);
  });

  test('that is not answered in time is a timeout, and its signal is aborted', async () => {
    const { connection, clock } = open();
    let signal: AbortSignal | undefined;
    const call = connection.call((inner) => {
      signal = inner;
      return never();
    });
    clock.advance(15_000);
    await expect(call).rejects.toMatchObject({ code: 'timeout' });
    expect(signal?.aborted).toBe(true);
  });

  test('that nobody waits for any more is given up at once, with the reason of who gave it up', async () => {
    const { connection, clock } = open();
    const outer = new AbortController();
    const call = connection.call(never, outer.signal);
    outer.abort('elsewhere');
    await expect(call).rejects.toBe('elsewhere');
    expect(clock.untilNext()).toBeUndefined();
    const run = vi.fn(never);
    await expect(connection.call(run, outer.signal)).rejects.toBe('elsewhere');
    expect(run).not.toHaveBeenCalled();
  });

  test.each([
    [undefined],
    [null],
    ['text'],
    [{ code: 'offline' }],
    [new TypeError('x is undefined')],
    [new DOMException('Gone', 'AbortError')],
    [
      new Proxy(
        {},
        {
          getPrototypeOf() {
            throw new Error('no');
          },
        },
      ),
    ],
  ])('that rejects with anything at all is an unknown error with its cause: %#', async (thrown) => {
    const { connection } = open();
    const error = await connection.call(() => Promise.reject(thrown)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AdapterError);
    expect(error).toMatchObject({ code: 'unknown' });
    expect((error as AdapterError).cause).toBe(thrown);
  });

  test('of an adapter that throws at once rejects too', async () => {
    const { connection } = open();
    const call = connection.call(() => {
      throw new AdapterError('forbidden', 'No.');
    });
    await expect(call).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a 401', () => {
  test('asks the host once, however many calls it answers', async () => {
    const { connection, asked, state } = open();
    await Promise.allSettled([connection.call(unauthorized), connection.call(unauthorized)]);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(state().signedIn).toBe(false);
  });

  test('is over when the promise of the host resolves', async () => {
    let signIn = ignore;
    const { connection, onResume, state } = open(() => new Promise((resolve) => (signIn = resolve)));
    await connection.call(unauthorized).catch(ignore);
    expect(onResume).not.toHaveBeenCalled();
    signIn();
    await flush();
    expect(onResume).toHaveBeenCalledExactlyOnceWith(true);
    expect(state().signedIn).toBe(true);
  });

  test('is not over where the host rejects or throws: it hears of that', async () => {
    for (const fail of [
      () => Promise.reject(new Error('closed')),
      () => {
        throw new Error('closed');
      },
    ]) {
      const { connection, onError, onResume, state } = open(fail);
      await connection.call(unauthorized).catch(ignore);
      await flush();
      expect(onError.mock.calls[0]?.[0].cause).toMatchObject({ message: 'closed' });
      expect(onResume).not.toHaveBeenCalled();
      expect(state().signedIn).toBe(false);
    }
  });

  test('that answers a question from before the sign-in signs nobody out', async () => {
    const { connection, asked, state } = open();
    let refuse = ignore;
    const old = connection.call(
      () => new Promise((_, reject) => (refuse = () => reject(new AdapterError('unauthorized', '401')))),
    );
    await connection.call(unauthorized).catch(ignore);
    connection.resume();
    refuse();
    await expect(old).rejects.toMatchObject({ code: 'unauthorized' });
    expect(state().signedIn).toBe(true);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('is not lifted by the network coming back, nor by an answer', async () => {
    const { connection, onResume, state } = open();
    await connection.call(offline).catch(ignore);
    await connection.call(unauthorized).catch(ignore);
    await connection.call(async () => 'a public answer');
    expect(state()).toEqual({ signedIn: false, online: true });
    connection.reconnect();
    expect(state()).toEqual({ signedIn: false, online: true });
    expect(onResume).not.toHaveBeenCalledWith(true);
  });

  test('after a promise that signed nobody in does not ask the backend without end', async () => {
    const { connection, clock, asked, onResume } = open(async () => {});
    // What waits is sent with every sign-in, and refused each time.
    onResume.mockImplementation(() => void connection.call(unauthorized).catch(ignore));
    await connection.call(unauthorized).catch(ignore);
    for (let minute = 0; minute < 60; minute += 1) {
      await flush();
      clock.advance(1000);
    }
    expect(asked.mock.calls.length).toBeGreaterThan(3);
    expect(asked.mock.calls.length).toBeLessThan(10);
    connection.resume();
    expect(clock.untilNext()).toBe(15_000);
  });
});

describe('a network that is gone', () => {
  test('is seen by the failing call, and looked for every half minute', async () => {
    const { connection, clock, onResume, state } = open();
    await connection.call(offline).catch(ignore);
    expect(state().online).toBe(false);
    expect(clock.untilNext()).toBe(30_000);
    clock.advance(30_000);
    expect(onResume).toHaveBeenCalledExactlyOnceWith(false);
    expect(state().online).toBe(false);
  });

  test('is back with the next answer, whatever it answers', async () => {
    const { connection, clock, onResume, state } = open();
    await connection.call(offline).catch(ignore);
    await connection.call(async () => null);
    expect(state().online).toBe(true);
    expect(onResume).toHaveBeenCalledExactlyOnceWith(false);
    expect(clock.untilNext()).toBeUndefined();
  });

  test('is tried at once when the browser says that it is back', async () => {
    const { connection, clock, onResume, state } = open();
    await connection.call(offline).catch(ignore);
    connection.reconnect();
    expect(state().online).toBe(true);
    expect(onResume).toHaveBeenCalledExactlyOnceWith(false);
    expect(clock.untilNext()).toBeUndefined();
  });
});

describe('a backend that asks for a pause', () => {
  const limited = (retryAfterMs?: number) => () =>
    Promise.reject(new AdapterError('rate-limited', '429', { retryAfterMs }));

  test('has it, with a little more, and then what waits goes on', async () => {
    const { connection, clock, onResume, state } = open();
    await connection.call(limited(20_000)).catch(ignore);
    expect(state().pausedUntil).toBe(20_500);
    clock.advance(20_499);
    expect(onResume).not.toHaveBeenCalled();
    clock.advance(1);
    expect(onResume.mock.calls).toEqual([[false]]);
    expect(state().pausedUntil).toBeUndefined();
  });

  test.each([
    [undefined, 1_500],
    [-1, 1_500],
    [Number.NaN, 1_500],
    [9e9, 60_500],
  ])('has between a second and a minute: %j', async (retryAfterMs, end) => {
    const { connection, state } = open();
    await connection.call(limited(retryAfterMs)).catch(ignore);
    expect(state().pausedUntil).toBe(end);
  });

  test('is not asked sooner for having asked twice', async () => {
    const { connection, clock, onResume } = open();
    await connection.call(limited(20_000)).catch(ignore);
    await connection.call(limited(1_000)).catch(ignore);
    clock.advance(20_000);
    expect(onResume).not.toHaveBeenCalled();
    clock.advance(500);
    expect(onResume).toHaveBeenCalledTimes(1);
  });

  test('is asked at once where the operator wants it', async () => {
    const { connection, clock, onResume, state } = open();
    await connection.call(limited(20_000)).catch(ignore);
    connection.resume();
    expect(state().pausedUntil).toBeUndefined();
    clock.advance(60_000);
    expect(onResume).toHaveBeenCalledTimes(1);
  });
});
