'use client';
import type { CardContextValue } from '../provider/CardContext.ts';
import { useCardContext } from '../provider/useCardContext.ts';

/** The host's own parts and classes. */
export function useParts(): Pick<CardContextValue, 'components' | 'classNames'> {
  return useCardContext();
}
