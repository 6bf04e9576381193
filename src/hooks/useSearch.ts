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
 * changes. Asks nothing before `isOpen`. Its `namesakes` are called just what is typed, but for case and accents.
 */
export function useSearch<T extends { readonly name: string }>(
  catalogue: Catalogue<T>,
  query: string,
  isOpen: boolean,
): SearchState<T> & { readonly namesakes: readonly T[] } {
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
  const wanted = useMemo(() => fold(text), [text]);
  const matches = useMemo(
    () => (wanted === '' ? items : items.filter((_, place) => folded[place]?.includes(wanted))),
    [items, folded, wanted],
  );
  const namesakes = useMemo(
    () => (wanted === '' ? [] : items.filter((_, place) => folded[place] === wanted)),
    [items, folded, wanted],
  );

  if (!asksServer) {
    const isLoading = status === 'loading' || (status === 'idle' && isOpen);
    return { items: matches, namesakes, isLoading, error };
  }
  const isAnswered = found?.query === text && found.catalogue === catalogue;
  return {
    items: isAnswered ? found.items : matches,
    namesakes: isAnswered ? found.items.filter(({ name }) => fold(name) === wanted) : namesakes,
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
