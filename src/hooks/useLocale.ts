'use client';
import type { CardLocale } from '../provider/CardContext.ts';
import { useCardContext } from '../provider/useCardContext.ts';

/** The language, the texts and the time zone of the card. */
export function useLocale(): CardLocale {
  return useCardContext().locale;
}
