'use client';
import type { Locale } from '../i18n/messages.ts';
import { useCardContext } from '../provider/useCardContext.ts';

export interface CardLocale extends Locale {
  /** IANA name, the operator's. */
  readonly timeZone: string;
  /** ISO 4217 code that amounts start with where nothing else says. */
  readonly currency: string;
}

/** The language, the texts and the time zone of the card. */
export function useLocale(): CardLocale {
  const { locale, timeZone, currency } = useCardContext();
  return { ...locale, timeZone, currency };
}
