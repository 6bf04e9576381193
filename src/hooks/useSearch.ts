'use client';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { AdapterError } from '../adapters/AdapterError.ts';
import { fold } from '../i18n/fold.ts';
import type { Catalogue } from '../store/createCatalogue.ts';

export interface SearchState<T> {
  readonly items: readonly T[];
  /** There is no answer yet to what is asked now; `items` are those of before. */
  readonly isLoading: boolean;
  readonly error: AdapterError | undefined;
}

/** Milliseconds without a key stroke before the server is asked. */
const DEBOUNCE = 200;

/**
 * Finds rows of a catalogue: here where it is whole, else on the server, debounced, and aborted when the question
 * changes. Asks nothing before `isOpen`.
 */
export function useSearch<T extends { readonly name: string }>(
  catalogue: Catalogue<T>,
  query: string,
  isOpen: boolean,
): SearchState<T> {
  const { status, items, isWhole, error } = useStore(catalogue.state);
  const [found, setFound] = useState<Found<T> | null>(null);
  const text = query.trim();
  const asksServer = isOpen && status === 'ready' && !isWhole && text !== '';

  useEffect(() => {
    if (isOpen) void catalogue.retry();
  }, [catalogue, isOpen]);

  useEffect(() => {
    if (!asksServer) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await catalogue.search(text, controller.signal);
        if (!controller.signal.aborted) setFound({ catalogue, query: text, items: answer });
      } catch (thrown) {
        const error = thrown as AdapterError;
        if (!controller.signal.aborted) setFound({ catalogue, query: text, items: [], error });
      }
    }, DEBOUNCE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [catalogue, text, asksServer]);

  const folded = useMemo(() => items.map((item) => fold(item.name)), [items]);
  const matches = useMemo(() => {
    const wanted = fold(text);
    return wanted === '' ? items : items.filter((_, place) => folded[place]?.includes(wanted));
  }, [items, folded, text]);

  if (!asksServer)
    return { items: matches, isLoading: status === 'loading' || (status === 'idle' && isOpen), error };
  const isAnswered = found?.query === text && found.catalogue === catalogue;
  return {
    items: isAnswered ? found.items : matches,
    isLoading: !isAnswered,
    error: isAnswered ? found.error : undefined,
  };
}

/** What the server has found. */
interface Found<T> {
  readonly catalogue: Catalogue<T>;
  readonly query: string;
  readonly items: readonly T[];
  readonly error?: AdapterError | undefined;
}
