import type { SubscriberRef } from 'subscriber-card/headless';
import type { Conversation } from './createApi.ts';

/** Whose card belongs to a conversation. */
export function toSubscriberRef({ id, subscriberId, channel }: Conversation): SubscriberRef {
  return { id: subscriberId, channel, conversationId: id };
}
