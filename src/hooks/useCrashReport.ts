'use client';
import { useMemo } from 'react';
import type { SectionName } from '../adapters/DataAdapter.ts';
import { useCardContext, useSubscriberContext } from '../provider/useCardContext.ts';

export interface CrashReport {
  /** Another one for another subscriber: what crashed for one gets a new chance with the next. */
  readonly resetKey: unknown;
  /** Tells the host's `onError`. */
  readonly report: (thrown: unknown) => void;
}

/** Where a part of the card says that it broke while it was drawn. */
export function useCrashReport(section: SectionName): CrashReport {
  const { client } = useCardContext();
  const { ref, card } = useSubscriberContext();
  return useMemo(
    () => ({
      resetKey: card,
      report: (thrown) => client.reportCrash(thrown, { subscriber: ref ?? undefined, section }),
    }),
    [client, ref, card, section],
  );
}
