'use client';
import { useRef } from 'react';
import type { DealsState } from '../hooks/useDeals.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { DealAdd, type DealAddHandle } from './DealAdd.tsx';
import { DealCreation } from './DealCreation.tsx';
import { DealItem } from './DealItem.tsx';
import { DealMore } from './DealMore.tsx';
import { LostDeal } from './LostDeal.tsx';
import { ReadOnlyNote } from './ReadOnlyNote.tsx';
import { useDealNews } from './useDealNews.ts';

export interface DealsProps {
  readonly state: DealsState;
}

/** The deals of one subscriber: what is on its way above, then the list, then what adds to it. */
export function Deals({ state }: DealsProps) {
  const { deals, pendingDeals, lostDeals, canCreate, readOnly } = state;
  const { messages } = useLocale();
  useDealNews(state);
  const listRef = useRef<HTMLUListElement>(null);
  const addRef = useRef<DealAddHandle>(null);
  const isEmpty = deals.length + pendingDeals.length + lostDeals.length === 0;
  return (
    <>
      <ReadOnlyNote reason={readOnly} />
      {isEmpty ? (
        <p className="sbc-empty">
          {messages.deals.none}
          {canCreate && `. ${messages.deals.noneHint}`}
        </p>
      ) : (
        <ul ref={listRef} className="sbc-deals" aria-label={messages.section.deals}>
          {lostDeals.map((id) => (
            <LostDeal key={id} id={id} onCreate={() => addRef.current?.expectFocus()} />
          ))}
          {pendingDeals.map((pending) => (
            <DealCreation key={pending.lane} pending={pending} />
          ))}
          {deals.map((facts) => (
            <DealItem key={facts.id} facts={facts} isListReadOnly={readOnly !== false} />
          ))}
        </ul>
      )}
      <DealMore state={state} listRef={listRef} />
      {canCreate && <DealAdd ref={addRef} />}
    </>
  );
}
