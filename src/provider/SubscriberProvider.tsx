'use client';
import { type ReactNode, useMemo } from 'react';
import type { SubscriberRef } from '../model/subscriber.ts';
import { SubscriberContext } from './CardContext.ts';
import { useCardContext } from './useCardContext.ts';

export interface SubscriberProviderProps {
  /** Compared by value. `null`: no conversation is open. */
  readonly subscriber: SubscriberRef | null;
  readonly children?: ReactNode;
}

/** Says which subscriber the parts below show. `SubscriberCard` is one around its parts. */
export function SubscriberProvider({ subscriber, children }: SubscriberProviderProps) {
  const { client } = useCardContext();
  const { id, channel, conversationId } = subscriber ?? {};
  const value = useMemo(() => {
    if (id === undefined) return { ref: null, card: client.noCard };
    const ref = { id, channel, conversationId };
    return { ref, card: client.getCard(ref) };
  }, [client, id, channel, conversationId]);
  return <SubscriberContext.Provider value={value}>{children}</SubscriberContext.Provider>;
}
