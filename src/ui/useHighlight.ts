'use client';
import { useRef } from 'react';
import { useClientLayoutEffect } from './useClientLayoutEffect.ts';

interface Item {
  readonly id: string;
}

interface Highlight<Row> {
  readonly isDisabled: (item: Row) => boolean;
  readonly isOpen: boolean;
  readonly inputValue: string;
  readonly loading: boolean;
  readonly highlightedIndex: number;
  readonly setHighlightedIndex: (index: number) => void;
}

/** Keeps the highlight on the row it was on while the list changes under it, and on the best match of a new text. */
export function useHighlight<Row extends Item>(items: readonly Row[], highlight: Highlight<Row>) {
  const { isDisabled, isOpen, inputValue, loading, highlightedIndex, setHighlightedIndex } = highlight;
  const highlighted = useRef<{ readonly items: readonly Item[]; readonly id: string | undefined }>(undefined);

  // While the matches are still on their way the first row is one of the last text.
  const toBest = () => (inputValue === '' || loading ? -1 : items.findIndex((item) => !isDisabled(item)));

  function moveTo(index: number) {
    highlighted.current = { items, id: items[index]?.id };
    setHighlightedIndex(index);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text has an effect of its own below
  useClientLayoutEffect(() => {
    const last = highlighted.current;
    highlighted.current = { items, id: items[highlightedIndex]?.id };
    if (!last || last.items === items || last.id === undefined || last.id === items[highlightedIndex]?.id)
      return;
    const index = items.findIndex((item) => item.id === last.id);
    moveTo(index >= 0 ? index : toBest());
  }, [items, highlightedIndex]);

  const wasOpen = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list under the same text leaves the highlight alone
  useClientLayoutEffect(() => {
    const isNewlyOpen = isOpen && !wasOpen.current;
    wasOpen.current = isOpen;
    if (!isOpen) moveTo(-1);
    else if (!isNewlyOpen || inputValue !== '') moveTo(toBest());
  }, [isOpen, inputValue, loading]);
}
