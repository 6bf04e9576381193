import { createStore } from 'zustand/vanilla';
import { AdapterError, toAdapterError } from '../adapters/AdapterError.ts';
import { clampRetryAfter } from './clampRetryAfter.ts';
import type { Clock } from './clock.ts';
import type { ReadableStore } from './ReadableStore.ts';

/** How the client stands with the backend. */
export interface ConnectionState {
  /** `false` after a 401: nothing is sent until `resume()`. */
  readonly signedIn: boolean;
  /** `false` while calls fail for want of a network. */
  readonly online: boolean;
  /** The backend has asked for a pause: nothing is written until then, in milliseconds of the client's clock. */
  readonly pausedUntil?: number | undefined;
}

/** The one door to the backend: timeouts, sign-in and outages are the same for every call. */
export interface Connection {
  readonly state: ReadableStore<ConnectionState>;
  /** Makes one adapter call. Rejects with an {@link AdapterError} always, or with the signal's reason. @internal */
  call<T>(run: (signal: AbortSignal) => PromiseLike<T> | T, signal?: AbortSignal): Promise<T>;
  /** The operator has signed in, or wants it tried again now: what waits is sent. */
  resume(): void;
  /** The network is said to be back: what waits for it is sent. Nobody is signed in by that. */
  reconnect(): void;
}

export interface ConnectionOptions {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** Milliseconds that an adapter call may take. */
  readonly timeout: number;
  /** What waits may go on. `isSignIn`: what has ended with the last session may begin again. */
  readonly onResume: (isSignIn: boolean) => void;
  readonly onUnauthorized: () => Promise<void> | void;
  readonly onError: (error: AdapterError) => void;
}

/** Milliseconds between two looks whether the network is back. */
const PROBE_INTERVAL = 30_000;
const LONGEST_PAUSE = 30_000;

export function createConnection({
  clock,
  random,
  timeout,
  onResume,
  onUnauthorized,
  onError,
}: ConnectionOptions): Connection {
  const state = createStore<ConnectionState>(() => ({ signedIn: true, online: true }));
  let cancelProbe: (() => void) | undefined;
  let cancelSignIn: (() => void) | undefined;
  let cancelPause: (() => void) | undefined;
  let session = 0;
  /** How often in a row the backend knew nobody. */
  let refusals = 0;

  function resume() {
    cancelSignIn?.();
    cancelProbe?.();
    cancelPause?.();
    session += 1;
    state.setState({ signedIn: true, online: true, pausedUntil: undefined });
    onResume(true);
  }

  function reconnect() {
    cancelProbe?.();
    if (!state.getState().online) state.setState({ online: true });
    onResume(false);
  }

  function goOffline() {
    if (state.getState().online) state.setState({ online: false });
    cancelProbe?.();
    cancelProbe = clock.schedule(() => onResume(false), PROBE_INTERVAL);
  }

  /** A backend that is asked too much is asked no sooner than it wants, by none of the lanes. */
  function pause(retryAfterMs: number | undefined) {
    const end = clock.now() + clampRetryAfter(retryAfterMs) + random() * 1000;
    if (end <= (state.getState().pausedUntil ?? 0)) return;
    state.setState({ pausedUntil: end });
    cancelPause?.();
    cancelPause = clock.schedule(() => {
      state.setState({ pausedUntil: undefined });
      onResume(false);
    }, end - clock.now());
  }

  function signOut() {
    if (!state.getState().signedIn) return;
    state.setState({ signedIn: false });
    refusals += 1;
    try {
      // A handler that returns nothing has signed nobody in yet: the host calls `resume()` later.
      onUnauthorized()?.then(signIn, (thrown: unknown) => onError(toAdapterError(thrown)));
    } catch (thrown) {
      onError(toAdapterError(thrown));
    }
  }

  /** A handler that promises and signs nobody in would ask the backend without end: each time it waits longer. */
  function signIn() {
    if (refusals < 2) return resume();
    cancelSignIn?.();
    cancelSignIn = clock.schedule(resume, Math.min(LONGEST_PAUSE, 1000 * 2 ** (refusals - 2)));
  }

  return {
    state,
    resume,
    reconnect,
    async call(run, signal) {
      signal?.throwIfAborted();
      const calledIn = session;
      const controller = new AbortController();
      const abort = () => controller.abort(signal?.reason);
      signal?.addEventListener('abort', abort, { once: true });
      const cancelTimeout = clock.schedule(
        () => controller.abort(new AdapterError('timeout', `No answer within ${timeout} ms.`)),
        timeout,
      );
      try {
        const answer = await new Promise<Awaited<ReturnType<typeof run>>>((resolve, reject) => {
          controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
          // An adapter that throws at once counts as one that rejects, so it is called in here. Resolving with its
          // promise would bind this one to an answer that may never come.
          Promise.resolve(run(controller.signal)).then(resolve, reject);
        });
        if (calledIn === session) refusals = 0;
        if (!state.getState().online) reconnect();
        return answer;
      } catch (thrown) {
        signal?.throwIfAborted();
        const error = toAdapterError(thrown);
        // An answer from before the last sign-in says nothing about this one.
        if (error.code === 'unauthorized' && calledIn === session) signOut();
        if (error.code === 'offline') goOffline();
        if (error.code === 'rate-limited') pause(error.detail.retryAfterMs);
        throw error;
      } finally {
        cancelTimeout();
        signal?.removeEventListener('abort', abort);
      }
    },
  };
}
