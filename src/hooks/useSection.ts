'use client';
import { useEffect } from 'react';
import type { AdapterError } from '../adapters/AdapterError.ts';
import type { SectionName } from '../adapters/DataAdapter.ts';
import { useCardContext, useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import { isKnown } from '../store/confirmed.ts';
import type { Omitted } from '../store/omitted.ts';

export interface Section {
  /** `unsupported`: the backend has no such thing. `none`: no subscriber is selected. */
  readonly status: 'none' | 'loading' | 'ready' | 'failed' | 'unsupported';
  /** A newer answer is on its way behind what is shown. */
  readonly isRefreshing: boolean;
  /** Why the last read failed; there may still be something to show from before. */
  readonly error: AdapterError | undefined;
  /** How many rows of each list could not be read, and are left out. */
  readonly omitted: Omitted;
  readonly retry: () => void;
}

/** Reads a section for as long as the caller is mounted. Any number of callers make one read. */
export function useSection(name: SectionName): Section {
  const { adapter } = useCardContext();
  const { ref, card } = useSubscriberContext();
  const { isReading, error, omitted = nothing } = useCardStore((state) => state.sections[name]);
  const isAnswered = useCardStore((state) => isKnown(state.confirmed, name));
  const isSupported =
    name === 'subscriber' || (name === 'deals' ? adapter.listDeals : adapter.getContact) !== undefined;
  const isWanted = ref !== null && isSupported;

  useEffect(() => (isWanted ? card.source.observe(name) : undefined), [card, name, isWanted]);

  function toStatus(): Section['status'] {
    if (ref === null) return 'none';
    if (!isSupported) return 'unsupported';
    if (isAnswered) return 'ready';
    return error ? 'failed' : 'loading';
  }
  return {
    status: toStatus(),
    isRefreshing: isAnswered && isReading,
    error,
    omitted,
    retry: () => card.source.reload(name),
  };
}

const nothing: Omitted = {};
