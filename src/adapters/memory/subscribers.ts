import type { SubscriberRef } from '../../model/subscriber.ts';
import type { CardEvent } from '../DataAdapter.ts';
import { findSubscriber, type MemoryState } from './createMemoryState.ts';
import { stamp } from './revision.ts';

/** Anything of a subscriber but variables and tags. */
export type SubscriberPatch = (CardEvent & { type: 'subscriberChanged' })['patch'];

export function changeSubscriber(state: MemoryState, ref: SubscriberRef, patch: SubscriberPatch): void {
  const record = stamp(state, { ...findSubscriber(state, ref), ...patch });
  state.subscribers.set(ref.id, record);
  state.feed.emit(ref.id, { type: 'subscriberChanged', patch, revision: record.revision });
}

export function deleteSubscriber(state: MemoryState, ref: SubscriberRef): void {
  findSubscriber(state, ref);
  state.subscribers.delete(ref.id);
  state.feed.emit(ref.id, { type: 'subscriberDeleted' });
}
