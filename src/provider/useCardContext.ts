'use client';
import { useContext } from 'react';
import { useStore } from 'zustand';
import type { CardState } from '../store/cardState.ts';
import {
  CardContext,
  type CardContextValue,
  SubscriberContext,
  type SubscriberContextValue,
} from './CardContext.ts';

/** @throws Error outside of a `SubscriberCardProvider`. */
export function useCardContext(): CardContextValue {
  const context = useContext(CardContext);
  if (!context) {
    throw new Error('This part of subscriber-card needs a <SubscriberCardProvider adapter={…}> around it.');
  }
  return context;
}

/** @throws Error outside of a `SubscriberProvider`. */
export function useSubscriberContext(): SubscriberContextValue {
  const context = useContext(SubscriberContext);
  if (!context) {
    throw new Error('This part of subscriber-card needs a <SubscriberProvider subscriber={…}> around it.');
  }
  return context;
}

/** Reads a slice of the subscriber's state; draws again when it is another one by `Object.is`. */
export function useCardStore<Slice>(select: (state: CardState) => Slice): Slice {
  return useStore(useSubscriberContext().card.store, select);
}
