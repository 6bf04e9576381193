'use client';
import { useSyncExternalStore } from 'react';

/** Whether the page is being printed. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => paper()?.matches ?? false,
    () => false,
  );
}

function subscribe(onChange: () => void): () => void {
  const query = paper();
  query?.addEventListener('change', onChange);
  return () => query?.removeEventListener('change', onChange);
}

// One for all: a query that is asked for by each text of each render is paid for by each.
let query: MediaQueryList | undefined;

function paper(): MediaQueryList | undefined {
  query ??= globalThis.matchMedia?.('print');
  return query;
}
