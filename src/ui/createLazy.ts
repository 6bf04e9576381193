'use client';
import { useEffect, useSyncExternalStore } from 'react';

/** A part that is fetched when somebody means to use it. */
export interface Lazy<T> {
  /** Fetches it, once. After a failure the next call tries again. */
  readonly load: () => void;
  /** The part, or `null` while it is not here. What waits for it has it tried again until it is. */
  readonly useLoaded: () => T | null;
  /** Whether the last try has failed. */
  readonly useFailed: () => boolean;
}

/** Milliseconds until a part that could not be fetched is tried again. Each time it takes twice as long. */
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

const all: (() => Promise<void>)[] = [];

/** Unlike `React.lazy` it suspends nothing and does not remember a failure. */
export function createLazy<T>(fetchPart: () => Promise<T>): Lazy<T> {
  const listeners = new Set<() => void>();
  let part: T | null = null;
  let loading: Promise<void> | undefined;
  let isFailed = false;
  let wait = FIRST_WAIT;

  function fetchOnce(): Promise<void> {
    if (part !== null) return Promise.resolve();
    loading ??= fetchPart().then(onFetched, onFailed);
    return loading;
  }

  function onFetched(fetched: T) {
    part = fetched;
    isFailed = false;
    tell();
  }

  function onFailed() {
    loading = undefined;
    isFailed = true;
    tell();
    if (listeners.size > 0) setTimeout(retry, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function load() {
    void fetchOnce();
  }

  function retry() {
    if (listeners.size > 0) load();
  }

  function tell() {
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  const readPart = () => part;
  const readFailed = () => isFailed;
  all.push(fetchOnce);
  return {
    load,
    useLoaded: () => useSyncExternalStore(subscribe, readPart, nothing),
    useFailed: () => useSyncExternalStore(subscribe, readFailed, never),
  };
}

const nothing = () => null;
const never = () => false;

/** Fetches every part that is not here yet. */
export async function loadAll(): Promise<void> {
  for (const fetchOnce of all) await fetchOnce();
}

/** Fetches every part when the browser has nothing else to do, so that editing never waits, also without a network. */
export function useIdleLoading(): void {
  useEffect(() => {
    // Not every browser can say when it is idle.
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(loadAll, 1_000);
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(() => void loadAll());
    return () => cancelIdleCallback(request);
  }, []);
}
