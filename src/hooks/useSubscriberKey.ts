'use client';
import { useSubscriberContext } from '../provider/useCardContext.ts';

/** A React key: what is kept in a component under it (a search, an open question) ends with the subscriber. */
export function useSubscriberKey(): string {
  const { ref } = useSubscriberContext();
  return JSON.stringify([ref?.channel, ref?.id]);
}
