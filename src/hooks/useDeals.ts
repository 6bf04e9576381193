'use client';
import { useMemo, useState } from 'react';
import type { AdapterError } from '../adapters/AdapterError.ts';
import type { DealDraft } from '../model/deal.ts';
import { type Lane, NEW, parseFieldId, toDealLane } from '../model/field.ts';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import type { CardState } from '../store/cardState.ts';
import type { DealFacts } from '../store/confirmed.ts';
import type { CardSource } from '../store/createCardSource.ts';
import { isGone } from '../store/giveBackGone.ts';
import type { MutationStatus } from '../store/mutations.ts';
import { useCapability } from './useCapability.ts';
import { useReadOnly } from './useReadOnly.ts';
import { type Section, useSection } from './useSection.ts';
import { useSlice } from './useSlice.ts';

/** A deal that was asked for and is not confirmed. */
export interface PendingDeal {
  readonly lane: Lane;
  readonly draft: DealDraft;
  readonly status: MutationStatus;
  readonly error: AdapterError | undefined;
  readonly retry: () => void;
  readonly discard: () => void;
  /** Reads the list again, where it is not known whether the deal was created. */
  readonly check: () => void;
}

export interface DealsState extends Section {
  readonly deals: readonly DealFacts[];
  /** Newest first; they stand above the others. */
  readonly pendingDeals: readonly PendingDeal[];
  /** Ids of deals that were deleted elsewhere while somebody was typing into them here. */
  readonly lostDeals: readonly string[];
  /** Of all pages, where the backend counts. */
  readonly total: number | undefined;
  /** `false`, or why nothing may be edited; `''` where no reason is known. */
  readonly readOnly: false | string;
  readonly canCreate: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly moreError: AdapterError | undefined;
  readonly loadMore: () => Promise<void>;
}

/** The list of a subscriber's deals. {@link useDeal} has what one of them holds. */
export function useDeals(): DealsState {
  const section = useSection('deals');
  // There it is written whether anything may be edited.
  useSection('subscriber');
  const readOnly = useReadOnly();
  const { store, source } = useSubscriberContext().card;
  const [reading, setReading] = useState<MoreReading | null>(null);
  const known = useCardStore((state) => state.confirmed.deals);
  const total = useCardStore((state) => state.confirmed.dealTotal);
  const hasMore = useCardStore((state) => state.confirmed.dealCursor !== undefined);
  const queues = useSlice((state) =>
    [...state.mutations.lanes.values()].filter(({ head, behind }) =>
      isDealAction((behind ?? head).action.type),
    ),
  );
  const lostDeals = useSlice(lostIds);
  const canCreate = useCapability('createDeal') && readOnly === false;

  const deals = useMemo(() => {
    const going = new Set(
      queues
        .filter(
          ({ head, behind }) => (behind ?? head).action.type === 'deleteDeal' && head.status !== 'failed',
        )
        .map(({ head }) => head.lane),
    );
    return known.filter(({ id }) => !going.has(toDealLane(id)));
  }, [known, queues]);

  const pendingDeals = useMemo(
    () =>
      queues
        .flatMap(({ head: { action, lane, status, error } }): PendingDeal[] => {
          if (action.type !== 'createDeal') return [];
          return [
            {
              lane,
              draft: action.draft,
              status,
              error,
              retry: () => store.retry(lane),
              discard: () => store.discard(lane),
              check: () => source.reload('deals'),
            },
          ];
        })
        .reverse(),
    [queues, store, source],
  );

  async function loadMore() {
    const end = (error?: AdapterError) =>
      setReading((latest) => (latest?.source === source ? { source, isLoading: false, error } : latest));
    setReading({ source, isLoading: true });
    try {
      await source.loadMoreDeals();
      end();
    } catch (thrown) {
      end(thrown as AdapterError);
    }
  }
  // What was begun for another subscriber is not told of this one.
  const more = reading?.source === source ? reading : null;

  return {
    ...section,
    deals,
    pendingDeals,
    lostDeals,
    total,
    readOnly,
    canCreate,
    hasMore,
    isLoadingMore: more?.isLoading ?? false,
    moreError: more?.error,
    loadMore,
  };
}

interface MoreReading {
  readonly source: CardSource;
  readonly isLoading: boolean;
  readonly error?: AdapterError | undefined;
}

function isDealAction(type: string): boolean {
  return type === 'createDeal' || type === 'deleteDeal';
}

function lostIds({ confirmed, drafts }: CardState): string[] {
  const ids = new Set<string>();
  for (const fieldId of drafts.keys()) {
    const field = parseFieldId(fieldId);
    if (field?.kind === 'deal' && field.id !== NEW && isGone(fieldId, confirmed)) ids.add(field.id);
  }
  return [...ids];
}
