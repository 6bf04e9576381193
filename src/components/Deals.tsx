'use client';
import { useRef, useState } from 'react';
import type { DealsState } from '../hooks/useDeals.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { DealAdd, type DealAddHandle } from './DealAdd.tsx';
import { DealCreation } from './DealCreation.tsx';
import { DealItems } from './DealItems.tsx';
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
  const addRef = useRef<DealAddHandle>(null);
  const [revealed, setRevealed] = useState<number>();
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
        <DealItems deals={deals} isReadOnly={readOnly !== false} revealed={revealed}>
          {[
            ...lostDeals.map((id) => (
              <LostDeal key={id} id={id} onCreate={() => addRef.current?.expectFocus()} />
            )),
            ...pendingDeals.map((pending) => <DealCreation key={pending.lane} pending={pending} />),
          ]}
        </DealItems>
      )}
      <DealMore state={state} onLastPage={setRevealed} />
      {canCreate && <DealAdd ref={addRef} />}
    </>
  );
}
