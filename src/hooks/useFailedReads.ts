'use client';
import type { SectionName } from '../adapters/DataAdapter.ts';
import { useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import { isKnown } from '../store/confirmed.ts';
import { useSlice } from './useSlice.ts';

/** What of a card could not be read last. */
export interface FailedReads {
  readonly sections: readonly SectionName[];
  /** Of one of them there is something to show from before. */
  readonly isStale: boolean;
  /** Reads all of them again. */
  readonly retry: () => void;
}

/** The reads of the card that failed. Reads nothing by itself. */
export function useFailedReads(): FailedReads {
  const { source } = useSubscriberContext().card;
  const sections = useSlice((state) => names.filter((name) => state.sections[name].error !== undefined));
  const isStale = useCardStore(({ confirmed }) => sections.some((name) => isKnown(confirmed, name)));
  return {
    sections,
    isStale,
    retry() {
      for (const name of sections) source.reload(name);
    },
  };
}

const names: readonly SectionName[] = ['subscriber', 'deals', 'contact'];
