'use client';
import { useLayoutEffect, useRef } from 'react';

interface Item {
  readonly id: string;
  readonly disabled?: boolean | undefined;
}

interface Highlight {
  readonly isOpen: boolean;
  readonly inputValue: string;
  readonly loading: boolean;
  readonly highlightedIndex: number;
  readonly setHighlightedIndex: (index: number) => void;
}

/** Keeps the highlight on the row it was on while the list changes under it, and on the best match of a new text. */
export function useHighlight(items: readonly Item[], highlight: Highlight) {
  const { isOpen, inputValue, loading, highlightedIndex, setHighlightedIndex } = highlight;
  const highlighted = useRef<{ readonly items: readonly Item[]; readonly id: string | undefined }>(undefined);

  useLayoutEffect(() => {
    const last = highlighted.current;
    if (last && last.items !== items && last.id !== undefined && items[highlightedIndex]?.id !== last.id) {
      setHighlightedIndex(items.findIndex((item) => item.id === last.id));
    } else highlighted.current = { items, id: items[highlightedIndex]?.id };
  }, [items, highlightedIndex, setHighlightedIndex]);

  const wasOpen = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list under the same text leaves the highlight alone
  useLayoutEffect(() => {
    const isNewlyOpen = isOpen && !wasOpen.current;
    wasOpen.current = isOpen;
    if (!isOpen) setHighlightedIndex(-1);
    else if (!isNewlyOpen || inputValue !== '') {
      // While the matches are still on their way the first row is one of the last text.
      const best = inputValue === '' || loading ? -1 : items.findIndex((item) => !item.disabled);
      highlighted.current = { items, id: items[best]?.id };
      setHighlightedIndex(best);
    }
  }, [isOpen, inputValue, loading]);
}
