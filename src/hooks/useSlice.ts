'use client';
import { useRef } from 'react';
import { useCardStore } from '../provider/useCardContext.ts';
import type { CardState } from '../store/cardState.ts';

/**
 * Reads several things of the subscriber's state at once, as an object or a list, also of lists: draws again when one
 * of them is another. Every row is asked with all news, so that it must cost next to nothing: zustand's `useShallow` is
 * made for maps and sets as well, and compares no list in an object.
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
  for (const name in one) if (!isSameList(one[name], other[name])) return false;
  return !Array.isArray(one) || one.length === (other as readonly unknown[]).length;
}

function isSameList(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return one.length === other.length && one.every((item, place) => Object.is(item, other[place]));
}
