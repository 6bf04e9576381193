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

function paper(): MediaQueryList | undefined {
  return globalThis.matchMedia?.('print');
}
