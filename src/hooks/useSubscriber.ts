'use client';
import { useCardStore } from '../provider/useCardContext.ts';
import type { SubscriberFacts } from '../store/confirmed.ts';
import { useReadOnly } from './useReadOnly.ts';
import { type Section, useSection } from './useSection.ts';

export interface SubscriberState extends Section {
  /** Who it is, without variables and tags. `null` until known. */
  readonly subscriber: SubscriberFacts | null;
  /** The backend says that there is no such subscriber, or no more. */
  readonly isMissing: boolean;
  /** `false`, or why nothing of this subscriber may be edited. */
  readonly readOnly: false | string;
}

/** Who is shown, and how they stand: the data of `ContactHeader`, `SubscriptionStatus` and `AdCampaignBadge`. */
export function useSubscriber(): SubscriberState {
  const section = useSection('subscriber');
  const subscriber = useCardStore((state) => state.confirmed.subscriber);
  const isMissing = useCardStore((state) => state.confirmed.deleted);
  return { ...section, subscriber, isMissing, readOnly: useReadOnly() };
}
