'use client';
import { useStore } from 'zustand';
import { toLane } from '../model/field.ts';
import { useCardContext, useCardStore, useSubscriberContext } from '../provider/useCardContext.ts';
import type { CardState } from '../store/cardState.ts';

export interface RestoredState {
  /** When it was kept, in milliseconds since the epoch. `undefined` where nothing was, or the operator knows. */
  readonly restoredAt: number | undefined;
  /** How many of the changes that an earlier page has left behind are still not saved. */
  readonly count: number;
  /** The storage is full or blocked: what is typed is lost by a reload. */
  readonly isFailing: boolean;
  readonly dismiss: () => void;
}

/** What of this subscriber's card has outlived a reload, by the provider's `persist`. */
export function useRestored(): RestoredState {
  const { client } = useCardContext();
  const { store } = useSubscriberContext().card;
  const restoredAt = useCardStore((state) => state.restored?.at);
  const count = useCardStore(countRestored);
  const { isFailing } = useStore(client.persistence);
  return { restoredAt: count > 0 ? restoredAt : undefined, count, isFailing, dismiss: store.dismissRestored };
}

function countRestored({ restored, drafts, mutations }: CardState): number {
  if (!restored) return 0;
  const open = new Set([
    ...mutations.lanes.keys(),
    ...[...drafts.keys(), ...mutations.conflicts.keys()].map(toLane),
  ]);
  return [...restored.lanes].filter((lane) => open.has(lane)).length;
}
