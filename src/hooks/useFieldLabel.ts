'use client';
import { useMemo } from 'react';
import { useSubscriberContext } from '../provider/useCardContext.ts';
import { toFieldLabel } from './toFieldLabel.ts';
import { useLocale } from './useLocale.ts';

/**
 * What a field of this subscriber is called in a sentence. The function reads the names of the moment it is called;
 * it never changes for one card and language.
 */
export function useFieldLabel(): (fieldId: string) => string {
  const { messages } = useLocale();
  const { store } = useSubscriberContext().card;
  return useMemo(
    () => (fieldId) => toFieldLabel(fieldId, store.getState().confirmed, messages),
    [messages, store],
  );
}
