'use client';
import clsx from 'clsx';
import type { HTMLAttributes } from 'react';
import { useDeals } from '../hooks/useDeals.ts';
import { useRememberedCount } from '../hooks/useRememberedCount.ts';
import { useSubscriberKey } from '../hooks/useSubscriberKey.ts';
import { CardSection } from './CardSection.tsx';
import { Deals } from './Deals.tsx';
import { DealsSkeleton } from './DealsSkeleton.tsx';

export type DealListProps = HTMLAttributes<HTMLElement>;

/**
 * The subscriber's deals, and a form that adds one. A deal has `data-status="open|won|lost"`, `data-editing` while it
 * is edited in place, `data-pending` until the server has confirmed it, `data-failed` where it could not be saved and
 * `data-conflict` where a colleague was faster.
 * @selector [data-status="loading|ready|failed"]
 */
export function DealList({ className, ...props }: DealListProps) {
  const state = useDeals();
  const key = useSubscriberKey();
  const count = useRememberedCount('deals', state.status === 'ready' ? state.deals.length : undefined);
  return (
    <CardSection
      {...props}
      section={state}
      name="deals"
      className={clsx('sbc-deals', className)}
      skeleton={<DealsSkeleton count={count} />}
    >
      <Deals key={key} state={state} />
    </CardSection>
  );
}
