'use client';
import { useRef } from 'react';
import type { DealsState } from '../hooks/useDeals.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

export interface DealMoreProps {
  readonly state: DealsState;
  /** The button has gone with the last page, which begins at this place. */
  readonly onLastPage: (place: number) => void;
}

/** Reads the next page of deals. With the last page it goes, and the focus with it. */
export function DealMore({ state, onLastPage }: DealMoreProps) {
  const { deals, total, hasMore, isLoadingMore, moreError, loadMore } = state;
  const { messages } = useLocale();
  const buttonRef = useRef<HTMLButtonElement>(null);
  if (!hasMore) return null;
  const left = total !== undefined && total > deals.length ? total - deals.length : undefined;

  async function showMore() {
    const place = state.deals.length;
    await loadMore();
    if (!buttonRef.current) onLastPage(place);
  }

  return (
    <>
      {moreError && (
        <Notice tone="danger" role="status">
          {messages.errors[moreError.code]}
        </Notice>
      )}
      <Button ref={buttonRef} block variant="ghost" pending={isLoadingMore} onClick={showMore}>
        {moreError ? messages.section.retry : messages.deals.showMore(left)}
      </Button>
    </>
  );
}
