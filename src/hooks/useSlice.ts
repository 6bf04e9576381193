'use client';
import { useRef } from 'react';
import { useCardStore } from '../provider/useCardContext.ts';
import type { CardState } from '../store/cardState.ts';

/**
 * Reads several things of the subscriber's state at once, as an object or a list: draws again when one of them is
 * another. Every row is asked with all news, so that it must cost next to nothing: zustand's `useShallow` is made for
 * maps and sets as well.
 */
export function useSlice<Slice extends object>(select: (state: CardState) => Slice): Slice {
  const last = useRef<Slice>(undefined);
  return useCardStore((state) => {
    const next = select(state);
    if (!last.current || !isSame(last.current, next)) last.current = next;
    return last.current;
  });
}

function isSame<Slice extends object>(one: Slice, other: Slice): boolean {
  if (Array.isArray(one) && one.length !== (other as readonly unknown[]).length) return false;
  for (const name in one) if (!Object.is(one[name], other[name])) return false;
  return true;
}
