'use client';
import { useSyncExternalStore } from 'react';

/** A part that is fetched when somebody means to use it. */
export interface Lazy<T> {
  /** Fetches it, once. After a failure the next call tries again. */
  readonly load: () => void;
  /** The part, or `null` while it is not here. */
  readonly useLoaded: () => T | null;
}

/** Unlike `React.lazy` it suspends nothing and does not remember a failure. */
export function createLazy<T>(fetchPart: () => Promise<T>): Lazy<T> {
  const listeners = new Set<() => void>();
  let part: T | null = null;
  let isLoading = false;

  function load() {
    if (part !== null || isLoading) return;
    isLoading = true;
    fetchPart().then(
      (fetched) => {
        part = fetched;
        for (const listener of listeners) listener();
      },
      () => {
        isLoading = false;
      },
    );
  }

  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  const read = () => part;
  const readOnServer = () => null;
  return { load, useLoaded: () => useSyncExternalStore(subscribe, read, readOnServer) };
}
