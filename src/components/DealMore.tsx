'use client';
import { type RefObject, useRef } from 'react';
import type { DealsState } from '../hooks/useDeals.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

export interface DealMoreProps {
  readonly state: DealsState;
  /** Where the deals stand. */
  readonly listRef: RefObject<HTMLElement | null>;
}

/** Reads the next page of deals. With the last page it goes, and the reader is put on the first deal of it. */
export function DealMore({ state, listRef }: DealMoreProps) {
  const { hasMore, isLoadingMore, moreError, loadMore } = state;
  const { messages } = useLocale();
  const buttonRef = useRef<HTMLButtonElement>(null);
  if (!hasMore) return null;

  async function showMore() {
    const count = listRef.current?.children.length ?? 0;
    await loadMore();
    const list = listRef.current;
    // The button went, and the focus with it.
    if (list && !buttonRef.current)
      list.children[count]?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }

  return (
    <>
      {moreError && (
        <Notice tone="danger" role="status">
          {messages.errors[moreError.code]}
        </Notice>
      )}
      <Button ref={buttonRef} block variant="ghost" pending={isLoadingMore} onClick={showMore}>
        {moreError ? messages.section.retry : messages.deals.showMore}
      </Button>
    </>
  );
}
