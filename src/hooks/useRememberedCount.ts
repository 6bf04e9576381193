'use client';
import { useEffect } from 'react';
import { useCardContext, useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';

/** What a card draws grey shapes for while it loads. */
export type CountedPart = 'facts' | 'campaigns' | 'variables' | 'tags' | 'deals' | 'contact';

/**
 * How many rows a part has, or, until it is known, how many it had for who was shown last in the same messaging app:
 * grey shapes in their number keep everything below in its place. Pass `undefined` while it is not known.
 */
export function useRememberedCount(part: CountedPart, count: number | undefined): number | undefined {
  const { lastCounts } = useCardContext().client;
  const { ref } = useSubscriberContext();
  const known = useCardStore((state) => state.confirmed.subscriber?.channel);
  const channel = known ?? ref?.channel;
  useEffect(() => {
    if (count === undefined) return;
    lastCounts.set(part, count);
    if (channel !== undefined) lastCounts.set(`${channel} ${part}`, count);
  }, [lastCounts, part, channel, count]);
  return count ?? lastCounts.get(`${channel} ${part}`) ?? lastCounts.get(part);
}
