'use client';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { DealsState } from '../hooks/useDeals.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useUnsavedDeals } from '../hooks/useUnsavedDeals.ts';
import { LaterRows } from '../ui/LaterRows.tsx';
import { LONG, LongList } from '../ui/LongList.tsx';
import { useHeld } from '../ui/useHeld.ts';
import { useIsLater } from '../ui/useIsLater.ts';
import { useIsPrinting } from '../ui/useIsPrinting.ts';
import { DealItem } from './DealItem.tsx';
import { useRowPart } from './useRowPart.ts';

export interface DealItemsProps extends Pick<DealsState, 'deals'> {
  readonly isReadOnly: boolean;
  /** The reader is put on the deal at this place. */
  readonly revealed: number | undefined;
  /** Stand above the deals, as `<li>`. */
  readonly children: readonly ReactNode[];
}

/** A deal without a note, with the gap below it. */
const ROW_HEIGHT = 6.9;

/** As many as are in sight. */
const FIRST = 8;

/** The list of deals. On paper all of them are drawn, however many. */
export function DealItems({ deals, isReadOnly, revealed, children }: DealItemsProps) {
  const { messages } = useLocale();
  const Item = useRowPart('DealItem', DealItem);
  const isPrinting = useIsPrinting();
  const unsaved = useUnsavedDeals(deals);
  const frameRef = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => deals.map(({ id }) => id), [deals]);
  const label = messages.section.deals;
  const { held, frameProps } = useHeld(deals.length > LONG);
  const isLong = held && !isPrinting;
  const isLater = useIsLater();
  const listed = isLong ? [] : isLater ? deals : deals.slice(0, FIRST);

  useEffect(() => {
    const row = frameRef.current?.querySelector(`[data-index="${revealed}"]`);
    row?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }, [revealed]);

  return (
    <div ref={frameRef} {...frameProps}>
      {(children.length > 0 || !isLong) && (
        <ul className="sbc-deals" aria-label={label}>
          {children}
          {listed.map((facts, index) => (
            <li key={facts.id} data-index={index}>
              <Item facts={facts} isListReadOnly={isReadOnly} />
            </li>
          ))}
        </ul>
      )}
      {!isLong && <LaterRows count={deals.length - listed.length} rowHeight={ROW_HEIGHT} />}
      {isLong && (
        <LongList
          className="sbc-long-deals"
          aria-label={label}
          keys={ids}
          rowHeight={ROW_HEIGHT}
          kept={unsaved}
          revealed={revealed}
        >
          {(index) => {
            const facts = deals[index];
            return facts && <Item facts={facts} isListReadOnly={isReadOnly} />;
          }}
        </LongList>
      )}
    </div>
  );
}
